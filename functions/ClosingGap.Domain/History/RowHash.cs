using System.Globalization;

namespace ClosingGap.Domain.History;

/// <summary>Names a set of rows: equal rows in any order give the same name. FNV-1a of each row, added up. It tells a change, it keeps no secret.</summary>
internal sealed class RowHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private ulong _sum;

    public void Add(string? text, params ReadOnlySpan<int> numbers)
    {
        var hash = Offset;
        foreach (var character in text ?? "\u0001")
        {
            hash = (hash ^ character) * Prime;
        }

        foreach (var number in numbers)
        {
            for (var shift = 0; shift < 32; shift += 8)
            {
                hash = (hash ^ (byte)(number >> shift)) * Prime;
            }
        }

        // Spread once more, so that sums of near hashes do not cancel out.
        hash ^= hash >> 31;
        _sum += hash * Prime;
    }

    public override string ToString() => _sum.ToString("x16", CultureInfo.InvariantCulture);
}
