using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Computing;

/// <summary>The rows of a table grouped by student: a counting sort, so that a shard of any table is grouped in two passes.</summary>
internal sealed class RowsByStudent
{
    private readonly int[] _begins;
    private readonly int[] _rows;

    private RowsByStudent(int[] begins, int[] rows)
    {
        _begins = begins;
        _rows = rows;
    }

    /// <summary>The rows of a student, in the order of the table.</summary>
    public ReadOnlySpan<int> Of(int student) => _rows.AsSpan(_begins[student], _begins[student + 1] - _begins[student]);

    /// <summary>Groups rows by the student that each names; a row of nobody in the index is left out.</summary>
    public static RowsByStudent Group(CodedTexts ids, Dictionary<string, int> students)
    {
        var ofRow = ids.Select(id => id is not null && students.TryGetValue(id, out var student) ? student : -1);
        var ordinals = GC.AllocateUninitializedArray<int>(ids.Codes.Length);
        var begins = new int[students.Count + 1];
        for (var row = 0; row < ordinals.Length; row++)
        {
            ordinals[row] = ofRow(row);
            if (ordinals[row] >= 0)
            {
                begins[ordinals[row] + 1]++;
            }
        }

        for (var student = 0; student < students.Count; student++)
        {
            begins[student + 1] += begins[student];
        }

        var next = begins[..^1];
        var rows = GC.AllocateUninitializedArray<int>(begins[^1]);
        for (var row = 0; row < ordinals.Length; row++)
        {
            if (ordinals[row] >= 0)
            {
                rows[next[ordinals[row]]++] = row;
            }
        }

        return new RowsByStudent(begins, rows);
    }
}
