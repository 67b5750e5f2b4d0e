namespace ClosingGap.LocalRuntime.Hosting;

/// <summary>Settings of the process as a whole, from section <c>LocalRuntime</c>.</summary>
internal sealed class LocalRuntimeOptions
{
    public const string Section = "LocalRuntime";

    /// <summary>The SQLite file of timer states and blob receipts; relative to the current folder. Default <c>.local/runtime.db</c>.</summary>
    public string StatePath { get; set; } = Path.Combine(".local", "runtime.db");

    /// <summary>How long running functions may take to end at shutdown. Default 10 s, from 0 to 10 min.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The key that functions of level Function and above ask for, in <c>x-functions-key</c> or <c>?code=</c>.
    /// Default none: such functions are open, as nothing listens beyond loopback.
    /// </summary>
    public string? FunctionKey { get; set; }

    /// <summary>Names of the assemblies that hold functions, apart by <c>;</c>. Default: the entry assembly and what it references.</summary>
    public string? FunctionAssemblies { get; set; }

    /// <summary>
    /// Whether the log of a failed function holds the exceptions' messages. Default false: type and stack only, as a message
    /// may hold data.
    /// </summary>
    public bool LogExceptionMessages { get; set; }
}
