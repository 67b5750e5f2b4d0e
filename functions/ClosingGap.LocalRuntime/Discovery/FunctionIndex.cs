namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>All functions of the app.</summary>
internal sealed class FunctionIndex(IReadOnlyList<LocalFunction> functions)
{
    public IReadOnlyList<LocalFunction> All => functions;

    public IEnumerable<T> Of<T>()
        where T : LocalFunction => functions.OfType<T>();
}
