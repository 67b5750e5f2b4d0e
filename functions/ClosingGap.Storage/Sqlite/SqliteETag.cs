using System.Globalization;

namespace ClosingGap.Storage.Sqlite;

/// <summary>ETags of the embedded store: the decimal form of a counter that only grows, so that no version has the ETag of another.</summary>
internal static class SqliteETag
{
    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The counter behind an ETag; −1, which no document has, for text that this store never gave.</summary>
    public static long Parse(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && string.Equals(Format(value), etag, StringComparison.Ordinal)
            ? value
            : -1;
}
