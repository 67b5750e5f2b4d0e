using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Pipeline.Validating;

/// <summary>What a package says of itself at first sight, before its rows are read: enough to know its place among other drops.</summary>
/// <param name="AllBulk">True when every file is bulk, by the manifest and by the first row of each file.</param>
/// <param name="Tables">The canonical tables that it holds.</param>
/// <param name="Bytes">Uncompressed bytes of all files.</param>
public sealed record PackageInspection(bool AllBulk, IReadOnlyList<string> Tables, long Bytes)
{
    private const string Manifest = "manifest.csv";
    private const string Extension = ".csv";

    /// <summary>Looks at a package.</summary>
    public static async Task<PackageInspection> OfAsync(IPackage package, DistrictProfile profile, CancellationToken cancellationToken)
    {
        var bytes = package.Entries.Sum(entry => entry.Length);
        if (profile.MapsTables)
        {
            return new PackageInspection(true, await MappedTablesAsync(package, profile, cancellationToken), bytes);
        }

        var tables = new SortedSet<string>(StringComparer.Ordinal);
        var allBulk = true;
        foreach (var entry in package.Entries)
        {
            var file = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
            if (string.Equals(file, Manifest, StringComparison.OrdinalIgnoreCase))
            {
                allBulk &= !await SaysDeltaAsync(package, entry, cancellationToken);
            }
            else if (TableOf(file) is { } table)
            {
                tables.Add(table.Name);
                allBulk &= profile.Conformance == Conformance.Strict || !await LooksLikeDeltaAsync(package, entry, cancellationToken);
            }
        }

        return new PackageInspection(allBulk, [.. tables], bytes);
    }

    /// <summary>A table that the profile calls optional is there when its files are. What lacks more is refused by the validation, with a report.</summary>
    private static async Task<IReadOnlyList<string>> MappedTablesAsync(IPackage package, DistrictProfile profile, CancellationToken cancellationToken)
    {
        try
        {
            var sources = await ProfileTables.OpenAsync(package, profile, new DiagnosticSummary(), null, cancellationToken);
            return [.. sources.Select(source => source.Table).Distinct(StringComparer.Ordinal)];
        }
        catch (PackageRefusedException)
        {
            return [.. profile.Tables.Where(table => !table.Optional).Select(table => table.Table).Distinct(StringComparer.Ordinal)];
        }
    }

    private static CanonicalTable? TableOf(string file) =>
        file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? CanonicalTables.All.FirstOrDefault(table => string.Equals(table.Name, file[..^Extension.Length], StringComparison.OrdinalIgnoreCase))
            : null;

    private static async Task<bool> SaysDeltaAsync(IPackage package, PackageEntry entry, CancellationToken cancellationToken)
    {
        var says = false;
        await ReadAsync(package, entry, (_, cells) => { says |= cells.Length > 1 && Is(cells[1], "delta"); return true; }, cancellationToken);
        return says;
    }

    /// <summary>As the validation takes it: a first row with both cells that only a delta fills. In a strict profile the manifest alone decides.</summary>
    private static async Task<bool> LooksLikeDeltaAsync(IPackage package, PackageEntry entry, CancellationToken cancellationToken)
    {
        var filled = false;
        await ReadAsync(
            package,
            entry,
            (header, cells) =>
            {
                filled = IsFilled(header, cells, "status") && IsFilled(header, cells, "dateLastModified");
                return false;
            },
            cancellationToken);
        return filled;
    }

    /// <summary>A file that cannot be read says nothing here; the validation that follows names its fault.</summary>
    private static async Task ReadAsync(
        IPackage package, PackageEntry entry, Func<IReadOnlyList<string>, string?[], bool> take, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await package.OpenAsync(entry.Name, cancellationToken);
            await using var csv = await CsvFile.OpenAsync(stream, null, cancellationToken);
            await foreach (var row in csv.ReadAsync(cancellationToken))
            {
                if (!take(csv.Header, row.Cells))
                {
                    return;
                }
            }
        }
        catch (CsvUnreadableException)
        {
        }
    }

    private static bool IsFilled(IReadOnlyList<string> header, string?[] cells, string column)
    {
        var index = header.ToList().FindIndex(name => Is(name, column));
        return index >= 0 && index < cells.Length && !string.IsNullOrWhiteSpace(cells[index]);
    }

    private static bool Is(string? cell, string word) => string.Equals(cell?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
