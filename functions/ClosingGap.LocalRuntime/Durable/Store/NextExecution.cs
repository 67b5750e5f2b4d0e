namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>How an orchestration goes on after ContinueAsNew.</summary>
/// <param name="Input">The new input.</param>
/// <param name="Version">The new version; null: unchanged.</param>
/// <param name="Events">Events that are carried over.</param>
internal sealed record NextExecution(string? Input, string? Version, IReadOnlyList<HistoryRecord> Events);
