using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// Protects measures of the same students together, under one pattern, and those of others by themselves. One pattern over different students
/// keeps back nearly everything, as a cell that is small in one measure is lost in all; a state that wants it nevertheless says so: where two
/// measures judge the same students in some cells and a reader knows it, what one tells may then not give away what the other hides.
/// </summary>
internal static class MeasureProtection
{
    public static ProtectedMeasures Protect(StateTable table, List<MeasureTable> measures, SuppressionRules rules, bool together, IReadOnlyList<EarlierRelease> earlier)
    {
        var lines = table.Lines();
        var published = new PublishedMeasure[measures.Count];
        ProtectionReport? report = null;
        foreach (var population in together ? [[.. Enumerable.Range(0, measures.Count)]] : Populations(measures))
        {
            var result = Suppressor.Protect(new CountTables(table.CellCount, lines, [.. population.Select(index => measures[index])]), rules, earlier);
            for (var i = 0; i < population.Count; i++)
            {
                published[population[i]] = result.Measures[i];
            }

            var own = ProtectionReport.Of(result.Report);
            report = report?.Plus(own) ?? own;
        }

        return new ProtectedMeasures(published, report ?? new ProtectionReport());
    }

    /// <summary>The measures by whom they judge: those with the same students in every cell are together.</summary>
    private static List<List<int>> Populations(List<MeasureTable> measures)
    {
        var populations = new List<List<int>>();
        for (var i = 0; i < measures.Count; i++)
        {
            var cells = measures[i].Cells;
            if (populations.Find(known => measures[known[0]].Cells.Select(cell => cell.Students).SequenceEqual(cells.Select(cell => cell.Students))) is { } same)
            {
                same.Add(i);
            }
            else
            {
                populations.Add([i]);
            }
        }

        return populations;
    }
}
