using ClosingGap.LocalRuntime.Discovery;

namespace ClosingGap.LocalRuntime.Orchestration;

/// <summary>An activity; the engine runs it at least once for each call.</summary>
internal sealed class ActivityFunction(FunctionMethod method) : LocalFunction(method);
