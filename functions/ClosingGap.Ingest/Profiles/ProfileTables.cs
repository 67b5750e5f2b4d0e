using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles.Running;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Profiles;

/// <summary>Opens the tables of a package that has a layout of its own, as its profile maps them.</summary>
public static class ProfileTables
{
    /// <summary>Binds every table of the profile to the files of the package; only headers are read here, and none of a pattern's files.</summary>
    /// <param name="package">The drop; it must stay open while the sources are read.</param>
    /// <param name="profile">A profile with <see cref="DistrictProfile.MapsTables"/>.</param>
    /// <param name="diagnostics">
    /// Gets every <c>profile.missing_file</c>, <c>profile.missing_column</c> and <c>profile.ambiguous_column</c> now, and what the operators find in
    /// the rows while these are read.
    /// </param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// One source for each table that the package holds, in canonical order; its columns have canonical names. Reading one throws
    /// <see cref="PackageRefusedException"/> when a file cannot be read on or a limit is exceeded.
    /// </returns>
    /// <exception cref="PackageRefusedException">A header cannot be read, or the package lacks a file or column: to go on would delete what it lacks.</exception>
    public static async Task<IReadOnlyList<ITableSource>> OpenAsync(
        IPackage package,
        DistrictProfile profile,
        IDiagnosticSink diagnostics,
        ProfileOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var limits = (options ?? ProfileOptions.Default).Validated();
        var shown = new ShownDiagnostics(diagnostics);
        var headers = await FileHeaders.ReadAsync(package, profile, limits.Csv, shown, cancellationToken).ConfigureAwait(false);
        var sources = new List<ITableSource>();
        foreach (var table in profile.Tables)
        {
            if (TableBinder.Bind(table, headers, package, limits, shown) is { } source)
            {
                sources.Add(source);
            }
        }

        headers.ThrowIfAny();
        return sources;
    }
}
