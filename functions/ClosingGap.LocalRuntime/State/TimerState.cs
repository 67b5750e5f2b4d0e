namespace ClosingGap.LocalRuntime.State;

/// <summary>What is kept of a timer: its schedule's text and UTC times; <paramref name="Last"/> is the default before the first run.</summary>
internal sealed record TimerState(string Schedule, DateTime Last, DateTime Next, DateTime Updated);
