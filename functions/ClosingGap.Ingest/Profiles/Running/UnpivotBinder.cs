using System.Globalization;
using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Finds the repeated columns of an unpivot in a header.</summary>
internal static class UnpivotBinder
{
    private const string Star = "[*]";

    public static BoundUnpivot Bind(UnpivotMapping mapping, string file, HeaderBinder binder)
    {
        var header = binder.Files(file).Header ?? [];
        var cells = mapping.Into.Values.Select(columns => Repetitions(columns, file, header, binder)).ToArray();
        var order = cells.SelectMany(found => found.Keys).Distinct().Order().ToArray();
        return new BoundUnpivot([.. order.Select(index => cells.Select(found => found.GetValueOrDefault(index, -1)).ToArray())]);
    }

    /// <summary>From the repetition's index to the column's position; no index sorts before 0.</summary>
    private static Dictionary<int, int> Repetitions(IReadOnlyList<string> columns, string file, IReadOnlyList<string> header, HeaderBinder binder)
    {
        var found = new Dictionary<int, int>();
        if (columns is not [var pattern] || pattern.IndexOf(Star, StringComparison.Ordinal) is var star && star < 0)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                found.Add(i, binder.Ordinal(file, columns[i]));
            }

            return found;
        }

        var before = pattern[..star];
        var after = pattern[(star + Star.Length)..];
        for (var ordinal = 0; ordinal < header.Count; ordinal++)
        {
            if (TryIndex(header[ordinal], before, after, out var index) && !found.TryAdd(index, binder.Ordinal(file, header[ordinal])))
            {
                binder.Fail(ProfileDiagnosticCodes.AmbiguousColumn, file, header[ordinal]);
            }
        }

        if (found.Count == 0)
        {
            binder.Fail(ProfileDiagnosticCodes.MissingColumn, file, pattern);
        }

        return found;
    }

    private static bool TryIndex(string column, string before, string after, out int index)
    {
        index = -1;
        if (column.Length < before.Length + after.Length
            || !column.StartsWith(before, StringComparison.Ordinal)
            || !column.EndsWith(after, StringComparison.Ordinal))
        {
            return false;
        }

        var middle = column.AsSpan(before.Length, column.Length - before.Length - after.Length);
        return middle.IsEmpty
            || (middle.Length > 2 && middle[0] == '[' && middle[^1] == ']'
                && int.TryParse(middle[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out index));
    }
}
