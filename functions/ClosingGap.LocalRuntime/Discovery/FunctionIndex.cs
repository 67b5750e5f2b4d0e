using ClosingGap.LocalRuntime.Orchestration;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>All functions of the app.</summary>
internal sealed class FunctionIndex(IReadOnlyList<LocalFunction> functions)
{
    public IReadOnlyList<LocalFunction> All => functions;

    /// <summary>Whether any function is an orchestrator or an activity, or asks for the engine's client.</summary>
    public bool UsesDurableEngine => functions.Any(function => function is OrchestratorFunction or ActivityFunction
        || function.Method.Definition.InputBindings.Values.Any(binding => string.Equals(binding.Type, FunctionCandidate.DurableClientBinding, StringComparison.Ordinal)));

    public IEnumerable<T> Of<T>()
        where T : LocalFunction => functions.OfType<T>();
}
