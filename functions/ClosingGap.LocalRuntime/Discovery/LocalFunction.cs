namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>A function that was found and can run; each kind of trigger adds what starts it.</summary>
internal abstract class LocalFunction(FunctionMethod method)
{
    public FunctionMethod Method { get; } = method;

    public string Name => Method.Definition.Name;
}
