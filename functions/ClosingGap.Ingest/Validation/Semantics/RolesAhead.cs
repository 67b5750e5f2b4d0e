using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>
/// Reads user and organisation of every role before the users, which come first because roles refer to them. Nothing is reported here: the
/// file is read again as a table.
/// </summary>
internal static class RolesAhead
{
    private static readonly string[] s_pair = ["userSourcedId", "orgSourcedId"];
    private static readonly string[] s_lifecycle = ["status", "dateLastModified"];

    /// <summary>The pairs; null when the file cannot be read, or holds changes only.</summary>
    public static async Task<KeySet?> ReadAsync(
        IPackage package, string file, bool looksAtRows, CsvOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
            await using var csv = await CsvFile.OpenAsync(stream, options, cancellationToken).ConfigureAwait(false);
            var header = csv.Header.Select(name => name.Trim()).ToList();
            var pair = Places(header, s_pair);
            var lifecycle = Places(header, s_lifecycle);
            if (pair.Any(place => place < 0))
            {
                return null;
            }

            var held = new KeySet();
            var isFirst = true;
            await foreach (var row in csv.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (row.Fault is not null)
                {
                    continue;
                }

                if (isFirst && looksAtRows && lifecycle.All(place => place >= 0 && row.Cells[place] is not null))
                {
                    return null;
                }

                isFirst = false;
                if (row.Cells[pair[0]]?.Trim() is { } user && row.Cells[pair[1]]?.Trim() is { } organisation)
                {
                    held.Add(PackageFacts.Pair(user, organisation));
                }
            }

            return held;
        }
        catch (CsvUnreadableException)
        {
            return null;
        }
    }

    private static int[] Places(List<string> header, string[] columns) =>
        [.. columns.Select(column => header.FindIndex(name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase)))];
}
