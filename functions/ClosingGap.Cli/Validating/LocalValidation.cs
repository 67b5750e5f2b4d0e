using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Cli.Validating;

/// <summary>Validates a zip or a folder on this machine as the service does; nothing is sent anywhere.</summary>
internal static class LocalValidation
{
    /// <summary>Validates.</summary>
    /// <param name="report">The file into which every finding is written, one JSON line each.</param>
    /// <exception cref="CliException">There is nothing at the path.</exception>
    public static async Task<ValidationDocument> RunAsync(string path, DistrictProfile profile, string report, CancellationToken cancellationToken)
    {
        var summary = new DiagnosticSummary();
        await using var file = File.Create(report);
        await using var lines = new JsonLinesDiagnosticWriter(file);
        var findings = new DiagnosticFanout(summary, lines);
        try
        {
            await using var package = await OpenAsync(path, cancellationToken);
            var request = new ValidationRequest
            {
                Conformance = profile.Conformance,
                Codes = DistrictCodes.Of(profile),
                MappedTables = profile.MapsTables
                    ? await ProfileTables.OpenAsync(package, profile, findings, ProfileOptions.Default, cancellationToken)
                    : null,
            };
            var result = await PackageValidator.ValidateAsync(package, request, findings, new DiscardingSink(), cancellationToken);
            return Describe(path, profile, summary, result);
        }
        catch (PackageRefusedException refused)
        {
            return new ValidationDocument
            {
                Path = path,
                Profile = profile.Name,
                Valid = false,
                FatalCode = refused.Code,
                Reason = refused.Message,
                Rules = Rules(summary),
            };
        }
    }

    private static async Task<IPackage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return FolderPackage.Open(path);
        }

        return File.Exists(path)
            ? await ZipPackage.OpenAsync(File.OpenRead(path), cancellationToken: cancellationToken)
            : throw new CliException(ExitCodes.WrongUse, $"There is no file or folder {path}: give the zip or the folder of the export.");
    }

    private static ValidationDocument Describe(string path, DistrictProfile profile, DiagnosticSummary summary, ValidationResult result)
    {
        var fatal = result.FatalCode ?? summary.FatalCode;
        return new ValidationDocument
        {
            Path = path,
            Profile = profile.Name,
            Valid = fatal is null && result.Errors == 0 && result.Files.All(file => file.RowsRejected == 0),
            FatalCode = fatal,
            Reason = fatal is null ? null : DiagnosticCatalogue.Find(fatal) is { } entry ? $"{entry.Meaning} {entry.Fix}" : null,
            Version = result.Version,
            RowsRead = result.Files.Sum(file => file.RowsRead),
            RowsRejected = result.Files.Sum(file => file.RowsRejected),
            Errors = result.Errors,
            Warnings = result.Warnings,
            SchoolYears = result.SchoolYears,
            Files =
            [
                .. result.Files.Select(file => new ValidationFile(
                    file.File, file.Table, file.Mode?.ToString().ToLowerInvariant(), file.RowsRead, file.RowsAccepted, file.RowsRejected, file.RowsDeleted, file.Warnings, file.IsUsed)),
            ],
            Rules = Rules(summary),
        };
    }

    private static IReadOnlyList<ValidationRule> Rules(DiagnosticSummary summary) =>
    [
        .. summary.Counts.Select(count => new ValidationRule(
            count.Code,
            count.Severity.ToString().ToLowerInvariant(),
            count.Count,
            count.File,
            count.Column,
            count.FirstRows,
            DiagnosticCatalogue.Find(count.Code)?.Meaning,
            DiagnosticCatalogue.Find(count.Code)?.Fix)),
    ];
}
