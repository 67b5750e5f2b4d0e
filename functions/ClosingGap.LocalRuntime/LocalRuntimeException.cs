namespace ClosingGap.LocalRuntime;

/// <summary>
/// The app cannot be started as it is declared or configured. The message says what is wrong, where, and what to do;
/// each problem in it begins with its own code.
/// </summary>
public sealed class LocalRuntimeException : Exception
{
    /// <param name="code">Stable code, e.g. <c>LR105</c>; of several problems, the first one's.</param>
    /// <param name="message">What was wrong, where, and what to do.</param>
    public LocalRuntimeException(string code, string message)
        : base(message.StartsWith(code, StringComparison.Ordinal) ? message : $"{code}: {message}") => Code = code;

    /// <summary>The stable code of the (first) problem.</summary>
    public string Code { get; }
}
