using ClosingGap.LocalRuntime.Discovery;

namespace ClosingGap.LocalRuntime.Orchestration;

/// <summary>An orchestrator; the engine runs it, once for each episode.</summary>
internal sealed class OrchestratorFunction(FunctionMethod method) : LocalFunction(method);
