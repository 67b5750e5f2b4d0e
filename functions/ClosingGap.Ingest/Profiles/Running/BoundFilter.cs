using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Filters bound to the columns of one file.</summary>
internal sealed class BoundFilter(IReadOnlyList<(int Ordinal, RowFilter Filter)> conditions)
{
    /// <summary>Whether the reader's current row meets every condition.</summary>
    public bool Accepts(FileSetReader reader)
    {
        foreach (var (ordinal, filter) in conditions)
        {
            var cell = reader.Cell(ordinal);
            var holds = filter.Kind switch
            {
                RowFilterKind.In => cell is not null && filter.Values.Contains(cell),
                RowFilterKind.NotIn => cell is null || !filter.Values.Contains(cell),
                _ => cell is not null,
            };
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }
}
