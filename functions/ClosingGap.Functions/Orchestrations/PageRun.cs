using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>A page of numbered pieces of work.</summary>
/// <param name="Run">The run.</param>
/// <param name="Activity">The activity that does one piece.</param>
/// <param name="From">The first number.</param>
/// <param name="To">The number after the last.</param>
public sealed record PageRun(DropRun Run, string Activity, int From, int To);
