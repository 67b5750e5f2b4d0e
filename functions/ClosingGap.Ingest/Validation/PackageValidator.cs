using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Validation;

/// <summary>Reads a package once and separates what can be used from what cannot, with a finding for every deviation.</summary>
public static class PackageValidator
{
    /// <summary>
    /// Validates a package. Accepted rows go to <paramref name="sink"/> in the order of <see cref="CanonicalTables.All"/>, whatever the
    /// order in the package; findings go to <paramref name="diagnostics"/>. After a fatal finding the rest is still checked, so that
    /// one drop gives one complete report.
    /// </summary>
    /// <exception cref="PackageRefusedException">A file of the package turned out broken or too large while it was read.</exception>
    public static async Task<ValidationResult> ValidateAsync(
        IPackage package, ValidationRequest request, IDiagnosticSink diagnostics, ICanonicalSink sink, CancellationToken cancellationToken)
    {
        var reporter = new FindingReporter(diagnostics, request.Conformance);
        var context = new ValidationContext(request.Validated(), reporter, sink);
        string? version = null;
        var hasSystemName = false;
        FileResult? manifest = null;
        if (request.MappedTables is { } mapped)
        {
            await MappedTables.RunAsync(mapped, context, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var standard = new StandardTables(package, context);
            await standard.RunAsync(cancellationToken).ConfigureAwait(false);
            (version, hasSystemName, manifest) = (standard.Version, standard.HasSystemName, standard.ManifestResult);
        }

        return new ValidationResult(
            version,
            hasSystemName,
            reporter.FatalCode,
            [.. context.Tallies.Select(tally => tally.ToResult()).Concat(manifest is null ? [] : [manifest])
                .OrderBy(file => file.File, StringComparer.Ordinal).ThenBy(file => file.Table, StringComparer.Ordinal)],
            [.. CanonicalTables.All.Select(table => table.Name).Where(context.Tables.Contains)],
            [.. context.SchoolYears],
            reporter.Counts,
            reporter.Errors,
            reporter.Warnings)
        {
            Joins = context.Joins.Figures,
        };
    }
}
