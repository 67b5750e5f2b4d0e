using ClosingGap.Ingest.Canonical;
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
    public static Task<ValidationResult> ValidateAsync(
        IPackage package, ValidationRequest request, IDiagnosticSink diagnostics, ICanonicalSink sink, CancellationToken cancellationToken)
        => throw new NotImplementedException();
}
