using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>The ids of another file, in the order in which they first stand there.</summary>
/// <param name="Files">That file, or those of a pattern.</param>
/// <param name="Column">Its column.</param>
/// <param name="Ordinal">The column's position.</param>
/// <param name="Filter">Which of its rows count.</param>
/// <param name="MadeIndex">Which made cell takes the id.</param>
internal sealed record BoundApplyToAll(FileSet Files, string Column, int Ordinal, BoundFilter Filter, int MadeIndex)
{
    /// <exception cref="PackageRefusedException">There are more ids than the limit.</exception>
    public async Task<IReadOnlyList<string>> LoadAsync(IPackage package, ProfileOptions options, IDiagnosticSink diagnostics, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = new FileSetReader(Files, package, options.Csv, diagnostics, cancellationToken);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            if (!Filter.Accepts(reader) || reader.Cell(Ordinal) is not { } id || !seen.Add(id))
            {
                continue;
            }

            if (ids.Count >= options.ApplyToAllMaxIds)
            {
                diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.ApplyToAllTooLarge, Severity.Fatal, reader.File, reader.Row, Column));
                throw new PackageRefusedException(
                    ProfileDiagnosticCodes.ApplyToAllTooLarge,
                    FormattableString.Invariant($"The file {Files.Name} has more than {options.ApplyToAllMaxIds} ids to apply rows to."),
                    "Filter that file, or raise the limit.",
                    reader.File);
            }

            ids.Add(id);
        }

        return ids;
    }
}
