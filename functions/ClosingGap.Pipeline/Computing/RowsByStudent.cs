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
    public static RowsByStudent Group(string?[] ids, Dictionary<string, int> students)
    {
        var ordinals = new int[ids.Length];
        var begins = new int[students.Count + 1];
        for (var row = 0; row < ids.Length; row++)
        {
            ordinals[row] = ids[row] is { } id && students.TryGetValue(id, out var student) ? student : -1;
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
        var rows = new int[begins[^1]];
        for (var row = 0; row < ids.Length; row++)
        {
            if (ordinals[row] >= 0)
            {
                rows[next[ordinals[row]]++] = row;
            }
        }

        return new RowsByStudent(begins, rows);
    }
}
