namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>A call of an activity that has not ended.</summary>
internal sealed record ActivityWork(long WorkId, long InstanceKey, int Execution, int TaskId, string Name, string? Input, string InstanceId);
