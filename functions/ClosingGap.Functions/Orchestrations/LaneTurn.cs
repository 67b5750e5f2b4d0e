namespace ClosingGap.Functions.Orchestrations;

/// <summary>What an attempt got when it asked for its district's lane.</summary>
/// <param name="IsGranted">False when it waits, is superseded or stale, or was rejected: the orchestration then ends.</param>
/// <param name="Epoch">The lane's epoch.</param>
/// <param name="Inputs">How many inputs are to be applied: 1 for a drop, all of them for a rebuild.</param>
public sealed record LaneTurn(bool IsGranted, long Epoch, int Inputs);
