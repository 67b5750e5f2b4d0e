namespace ClosingGap.Pipeline.Rollups;

/// <summary>Where the orchestration of a rollup is: ids and counts only, so that it can begin anew after each page.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="Step">What is done next; one of <see cref="RollupSteps"/>.</param>
/// <param name="After">Of districts: the id after which the next page begins; blank: at the beginning.</param>
/// <param name="Districts">Districts found so far.</param>
/// <param name="Done">Pieces of the step that are done.</param>
/// <param name="Total">Pieces of the step.</param>
/// <param name="Pass">Of merges: the pass.</param>
/// <param name="Releases">Of protecting: the number of the newest release; 0: there is none.</param>
public sealed record RollupRun(
    string Rollup, int Step = RollupSteps.Districts, string After = "", int Districts = 0, int Done = 0, int Total = 0, int Pass = 0, int Releases = 0);
