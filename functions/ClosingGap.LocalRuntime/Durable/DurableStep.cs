namespace ClosingGap.LocalRuntime.Durable;

/// <summary>A point at which the process may die, told to a <see cref="DurableStepProbe"/>.</summary>
internal enum DurableStep
{
    BeforeTransaction,
    BeforeCommit,
    AfterCommit,
    BeforeActivity,
    AfterActivity,
    BeforeEpisode,
    AfterEpisode,
}
