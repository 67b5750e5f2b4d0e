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

    /// <summary>Fills <paramref name="held"/> with the pairs and gives it; null when the file cannot be read, or holds changes only.</summary>
    public static async Task<KeySet?> ReadAsync(
        IPackage package, string file, bool looksAtRows, CsvOptions options, KeySet held, CancellationToken cancellationToken)
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

            var pairs = new RolePairs(csv.Maker, csv.Header.Count, (pair[0], pair[1]), held);
            var blocks = csv.Blocks();
            var isFirst = true;
            CsvBlock block;
            do
            {
                using (block = await blocks.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    for (var record = 0; record < block.Count; record++)
                    {
                        if (isFirst && looksAtRows && csv.Maker.Make(block, record) is { Fault: null } row)
                        {
                            if (lifecycle.All(place => place >= 0 && row.Cells[place] is not null))
                            {
                                return null;
                            }

                            isFirst = false;
                        }

                        pairs.Take(block, record);
                    }
                }

                block.Failure?.Throw();
            }
            while (!block.IsLast);

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
