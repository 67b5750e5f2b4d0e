namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// The members of lines that are too long to be gone through for each cell that a neighbourhood takes in, such as a state's line of all its districts: those that
/// leave most open come first, so that the first few are enough. What was sorted is kept until the system changes.
/// </summary>
internal sealed class LongLines(LineIndex lines, AttackSystem system)
{
    /// <summary>A line with more members is long.</summary>
    private const int MostOfAShortLine = 64;
    private readonly Dictionary<int, (int Version, int[] Suppressed, int[] Others)> _sorted = [];

    public bool IsLong(int line) => lines.Members(line).Length > MostOfAShortLine;

    /// <summary>Cells of which a reader knows nothing, and cells of which he knows the students; each the most open first, then as in the line.</summary>
    public (int[] Suppressed, int[] Others) MostOpenFirst(int line)
    {
        if (!_sorted.TryGetValue(line, out var sorted) || sorted.Version != system.Version)
        {
            sorted = (system.Version, Sorted(line, Freedom.All), Sorted(line, Freedom.Outcomes));
            _sorted[line] = sorted;
        }

        return (sorted.Suppressed, sorted.Others);
    }

    private int[] Sorted(int line, Freedom freedom) =>
        [.. lines.Members(line).ToArray().Where(cell => system.FreedomOf(cell) == freedom).OrderByDescending(system.Slack)];
}
