namespace ClosingGap.LocalRuntime.Tests.Orchestration;

public sealed record OrderPart(int Number, string InstanceId, int Doubled);
