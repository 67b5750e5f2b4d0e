namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>
/// The new tables together with what earlier releases had otherwise: after the cells of now those of then that a reader has to tell apart from them, after the
/// lines of now those that join the two. Without releases that had other organisations or groups it is the new tables alone.
/// </summary>
internal sealed class JointTables
{
    private readonly List<ToldCell[]> _told;
    private readonly HashSet<int> _apart;
    private readonly HashSet<int> _derived;

    private JointTables(
        CountTables own, CountTables tables, List<ToldCell[]> told, IReadOnlyList<EarlierRelease> earlier, HashSet<int> apart, HashSet<int> derived) =>
        (Own, Tables, _told, Earlier, _apart, _derived) = (own, tables, told, earlier, apart, derived);

    /// <summary>The tables that are to be published.</summary>
    public CountTables Own { get; }

    /// <summary>All cells and lines that a reader has.</summary>
    public CountTables Tables { get; }

    /// <summary>What was told of the cells of now.</summary>
    public IReadOnlyList<EarlierRelease> Earlier { get; }

    /// <summary>True for a cell of an earlier release: what is published of it stands.</summary>
    public bool IsFixed(int cell) => cell >= Own.CellCount;

    /// <summary>True for a cell of now that is another one than an earlier release told.</summary>
    public bool IsApart(int cell) => _apart.Contains(cell);

    /// <summary>True for one of these that anybody can work out from what was told.</summary>
    public bool IsDerived(int cell) => _derived.Contains(cell);

    /// <summary>A cell of an earlier release, in one measure.</summary>
    public ToldCell Told(int measure, int cell) => _told[cell - Own.CellCount][measure];

    /// <summary>True when an earlier release suppressed the cell, in any measure.</summary>
    public bool IsHidden(int cell) => Array.Exists(_told[cell - Own.CellCount], static told => told.IsHidden);

    /// <summary>Joins them.</summary>
    public static JointTables Of(CountTables tables, IReadOnlyList<EarlierRelease> earlier, SuppressionRules rules)
    {
        var (told, lines) = (new List<ToldCell[]>(), new List<AdditiveLine>());
        var ofNow = new List<EarlierRelease>();
        var (allApart, allDerived) = (new HashSet<int>(), new HashSet<int>());
        LinesByTotal? now = null;
        foreach (var release in earlier)
        {
            HashSet<int> apart = [];
            var measures = tables.Measures.Select(table => release.Measures.FirstOrDefault(one => one.Measure == table.Measure)).ToArray();
            if (release.Lines.Count > 0 && Array.Exists(measures, measure => measure is not null))
            {
                var join = new ReleaseJoin(tables, measures, now ??= new LinesByTotal(tables.Lines), rules, told, lines);
                join.Join(release.Lines);
                apart = join.Apart;
                allApart.UnionWith(apart);
                allDerived.UnionWith(join.Derived);
            }

            ofNow.Add(OfNow(release, tables.CellCount, apart));
        }

        var joint = told.Count == 0 && lines.Count == 0 ? tables : new CountTables(
            tables.CellCount + told.Count,
            [.. tables.Lines, .. lines],
            [.. tables.Measures.Select((table, measure) => table with { Cells = [.. table.Cells, .. told.Select(cell => cell[measure].Counts)] })]);
        return new JointTables(tables, joint, told, ofNow, allApart, allDerived);
    }

    private static EarlierRelease OfNow(EarlierRelease release, int cells, HashSet<int> apart) => release.GoneCells == 0 && apart.Count == 0 ? release : new(
        [.. release.Measures.Select(told => told with
        {
            Cells = [.. told.Cells.Take(cells).Select((counts, cell) => apart.Contains(cell) ? null : counts)],
            Published = [.. told.Published.Take(cells).Select((published, cell) => apart.Contains(cell) ? null : published)],
        })]);
}
