namespace ClosingGap.LocalRuntime.Tests.Durable;

/// <summary>What a host program that was not killed says: its durable steps, the status and the output of the instance.</summary>
internal sealed record KillReport(int Steps, string Status, string Output);
