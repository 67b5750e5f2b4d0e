using System.Globalization;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>
/// Removes contributions that are not published and that no rollup or release refers to. The one before the published one stays until the
/// next: a rollup that reads the pointer at this moment still finds what it points to.
/// </summary>
public sealed class ContributionCollection(IBlobStore blobs, ContributionUses uses)
{
    /// <summary>Collects after a version was published. May run twice.</summary>
    public async Task RunAsync(DistrictId district, long published, CancellationToken cancellationToken)
    {
        var prefix = ContributionPaths.Folder(district);
        var files = new SortedDictionary<long, List<string>>();
        await foreach (var blob in blobs.ListAsync(CuratedPaths.Container, prefix, cancellationToken))
        {
            if (long.TryParse(blob.Path[prefix.Length..].Split('.')[0], CultureInfo.InvariantCulture, out var version) && version < published)
            {
                (files.TryGetValue(version, out var known) ? known : files[version] = []).Add(blob.Path);
            }
        }

        if (files.Count < 2)
        {
            return;
        }

        var used = await uses.VersionsAsync(district, cancellationToken);
        foreach (var (version, paths) in files.SkipLast(1))
        {
            if (used.Contains(version))
            {
                continue;
            }

            foreach (var path in paths)
            {
                await blobs.DeleteAsync(CuratedPaths.Container, path, cancellationToken);
            }
        }
    }
}
