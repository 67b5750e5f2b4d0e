namespace ClosingGap.LocalRuntime.Tests.Orchestration;

public sealed record OrderInput(string Id, int Count);
