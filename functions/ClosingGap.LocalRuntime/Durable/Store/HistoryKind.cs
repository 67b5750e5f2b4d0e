namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>What a history record or an inbox message tells. The numbers are stored.</summary>
internal enum HistoryKind
{
    EpisodeStarted = 0,
    ExecutionStarted = 1,
    TaskScheduled = 2,
    TaskCompleted = 3,
    TaskFailed = 4,
    TimerCreated = 5,
    TimerFired = 6,
    ChildScheduled = 7,
    ChildCompleted = 8,
    ChildFailed = 9,
    EventRaised = 10,
    EventSent = 11,
}
