using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Validation;

/// <summary>Tells the version of a package whose manifest does not.</summary>
internal static class VersionDetection
{
    private const string Older = "1.1";
    private const string Newer = "1.2";

    /// <summary>1.2 when a file or the users' header is of 1.2 only; else 1.1.</summary>
    public static async Task<string> DetectAsync(IPackage package, PackageLayout layout, CsvOptions options, CancellationToken cancellationToken)
    {
        if (layout.Tables.Keys.Any(table => FileContracts.OfVersion(Newer).ContainsKey(table) && !FileContracts.OfVersion(Older).ContainsKey(table)))
        {
            return Newer;
        }

        if (!layout.Tables.TryGetValue("users", out var users))
        {
            return Older;
        }

        try
        {
            var stream = await package.OpenAsync(users, cancellationToken).ConfigureAwait(false);
            await using var csv = await CsvFile.OpenAsync(stream, options, cancellationToken).ConfigureAwait(false);
            return csv.Header.Contains("userMasterIdentifier", StringComparer.OrdinalIgnoreCase) ? Newer : Older;
        }
        catch (CsvUnreadableException)
        {
            // The file is read again as a table, and reported there.
            return Older;
        }
    }
}
