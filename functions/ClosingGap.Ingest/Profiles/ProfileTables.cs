using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Profiles;

/// <summary>Opens the tables of a package that has a layout of its own, as its profile maps them.</summary>
public static class ProfileTables
{
    /// <summary>Binds every table of the profile to the files of the package; only headers are read here.</summary>
    /// <param name="package">The drop.</param>
    /// <param name="profile">A profile with <see cref="DistrictProfile.MapsTables"/>.</param>
    /// <param name="diagnostics">
    /// Gets <c>profile.missing_file</c> and <c>profile.missing_column</c> (fatal: the package must be rejected; the table is left out of the result) now,
    /// and what the operators find in the rows while these are read.
    /// </param>
    /// <param name="options">Limits.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One source for each table that can be read, in canonical order. Their columns have canonical names.</returns>
    public static Task<IReadOnlyList<ITableSource>> OpenAsync(
        IPackage package,
        DistrictProfile profile,
        IDiagnosticSink diagnostics,
        ProfileOptions options,
        CancellationToken cancellationToken) => throw new NotImplementedException();
}
