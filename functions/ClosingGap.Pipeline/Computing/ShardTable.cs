using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Computing;

/// <summary>One shard of a table as values, grouped by student; one part for each source that has it.</summary>
internal sealed class ShardTable<T>
{
    private readonly List<(Func<int, T> Make, RowsByStudent Rows)> _parts = [];

    /// <param name="table">The table.</param>
    /// <param name="parts">Its columns, the one with the student's id among them.</param>
    /// <param name="students">The students of the shard.</param>
    /// <param name="maker">Takes the columns of a part once, and gives what makes a value of a row.</param>
    public ShardTable(
        CanonicalTable table, IReadOnlyList<CanonicalColumns> parts, StudentOrdinals students, Func<CanonicalColumns, Func<int, T>> maker)
    {
        foreach (var part in parts)
        {
            _parts.Add((maker(part), RowsByStudent.Group(part.Coded(table.StudentColumn!), students)));
        }
    }

    /// <summary>The values of a student.</summary>
    public T[] Of(int student) => Of<T>(student, static (T made, out T value) =>
    {
        value = made;
        return true;
    });

    /// <summary>The values of a student, without those of which the maker makes nothing.</summary>
    /// <param name="given">Tells a value from nothing.</param>
    public TGiven[] Of<TGiven>(int student, TryGive<T, TGiven> given)
    {
        var count = 0;
        foreach (var (_, rows) in _parts)
        {
            count += rows.Of(student).Length;
        }

        if (count == 0)
        {
            return [];
        }

        var values = new TGiven[count];
        var next = 0;
        foreach (var (make, rows) in _parts)
        {
            foreach (var row in rows.Of(student))
            {
                if (given(make(row), out var value))
                {
                    values[next++] = value;
                }
            }
        }

        return next == count ? values : values[..next];
    }
}
