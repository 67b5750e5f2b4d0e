using System.Buffers;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Which date formats a profile may name.</summary>
internal static class DateFormats
{
    private static readonly SearchValues<char> s_allowed = SearchValues.Create("yMdHhmsfFtTZ:/-., ");

    /// <summary>A year, a month and a day, and nothing that depends on a culture or a time zone.</summary>
    public static bool IsUsable(string format) =>
        format.Length is >= 3 and <= 40
        && !format.AsSpan().ContainsAnyExcept(s_allowed)
        && format.Contains('y', StringComparison.Ordinal)
        && format.Contains('M', StringComparison.Ordinal)
        && format.Contains('d', StringComparison.Ordinal);
}
