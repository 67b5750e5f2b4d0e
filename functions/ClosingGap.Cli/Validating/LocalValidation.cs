using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Cli.Validating;

/// <summary>Validates a zip or a folder on this machine as the service does; nothing is sent anywhere.</summary>
internal static class LocalValidation
{
    /// <summary>Validates.</summary>
    /// <param name="scope">What of the export is checked; the profile says how.</param>
    /// <param name="report">The file into which every finding is written, one JSON line each.</param>
    /// <exception cref="CliException">There is nothing at the path, or a set is asked for of files that are not the standard's.</exception>
    public static async Task<ValidationDocument> RunAsync(
        string path, DistrictProfile profile, ValidationRequest scope, string report, CancellationToken cancellationToken)
    {
        if (profile.MapsTables && (scope.Set is not null || scope.Depth != ValidationDepth.All))
        {
            throw new CliException(ExitCodes.WrongUse, "--set and --depth are for the files of OneRoster; this profile maps other files.");
        }

        var summary = new DiagnosticSummary();
        await using var file = File.Create(report);
        await using var lines = new JsonLinesDiagnosticWriter(file);
        var findings = new DiagnosticFanout(summary, lines);
        try
        {
            await using var package = await LocalPackage.OpenAsync(path, cancellationToken);
            var request = scope with
            {
                Conformance = profile.Conformance,
                Codes = DistrictCodes.Of(profile),
                MappedTables = profile.MapsTables
                    ? await ProfileTables.OpenAsync(package, profile, findings, ProfileOptions.Default, cancellationToken)
                    : null,
            };
            var result = await PackageValidator.ValidateAsync(package, request, findings, new DiscardingSink(), cancellationToken);
            return Describe(path, profile, scope, summary, result);
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

    private static ValidationDocument Describe(string path, DistrictProfile profile, ValidationRequest scope, DiagnosticSummary summary, ValidationResult result)
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
            Set = scope.Set?.ToString().ToLowerInvariant(),
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
            Fix(count))),
    ];

    private static string? Fix(DiagnosticCount count) =>
        DiagnosticCatalogue.Find(count.Code)?.Fix is { } fix && count.Code == DiagnosticCodes.RowUnknownCode && count.Target is { } line
            ? $"{fix} The line: codes: {{ {line} }}"
            : DiagnosticCatalogue.Find(count.Code)?.Fix;
}
