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
    public static RowsByStudent Group(CodedTexts ids, StudentOrdinals students)
    {
        var ofCode = students.Find(ids.Values);
        var codes = ids.Codes;
        var begins = new int[students.Count + 1];
        foreach (var code in codes)
        {
            if (code >= 0 && ofCode[code] is >= 0 and var student)
            {
                begins[student + 1]++;
            }
        }

        for (var student = 0; student < students.Count; student++)
        {
            begins[student + 1] += begins[student];
        }

        var next = begins[..^1];
        var rows = GC.AllocateUninitializedArray<int>(begins[^1]);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] is >= 0 and var code && ofCode[code] is >= 0 and var student)
            {
                rows[next[student]++] = row;
            }
        }

        return new RowsByStudent(begins, rows);
    }
}
