using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>The mapped district through the validator: profile, types, keys and references fit together.</summary>
public sealed class GrandBendValidationTests
{
    [Fact]
    public async Task Validate_GrandBendThroughItsProfile_AcceptsEveryRow()
    {
        Assert.SkipUnless(Directory.Exists(ProfileTestPaths.GrandBend), $"The shared data is not at {ProfileTestPaths.GrandBend}.");
        var token = TestContext.Current.CancellationToken;
        var profile = ProfileReader.Read(await File.ReadAllTextAsync(ProfileTestPaths.GrandBendProfile, token), "edfi-grand-bend.yaml");
        await using var package = FolderPackage.Open(ProfileTestPaths.GrandBend);
        var findings = new DiagnosticSummary();
        var sink = new CountingSink();
        var request = new ValidationRequest
        {
            Conformance = profile.Conformance,
            MappedTables = await ProfileTables.OpenAsync(package, profile, findings, null, token),
        };
        var result = await PackageValidator.ValidateAsync(package, request, findings, sink, token);
        var told = findings.Counts.Select(count => $"{count.Severity} {count.Code} {count.File} {count.Column}: {count.Count}");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, told));
        Assert.Null(result.FatalCode);
        Assert.Equal(0, result.Errors);
        Assert.Equal(0, result.Files.Sum(file => file.RowsRejected));
        // Ed-Fi has no user name; nothing is computed from it.
        Assert.Equal(1_027, result.Warnings);
        Assert.All(findings.Counts, count => Assert.Equal((DiagnosticCodes.RowMissingRequiredValue, "username"), (count.Code, count.Column)));
        Assert.Equal([2011], result.SchoolYears);
        Assert.Equal(18, result.Tables.Count);
        Assert.All(sink.Modes.Values, mode => Assert.Equal(TableMode.Bulk, mode));
        Assert.Equal(1_027, sink.Rows["users"]);
        Assert.Equal(13_972, sink.Rows["enrollments"]);
        Assert.Equal(12_950, sink.Rows["attendance"]);
        Assert.Equal(40_320, sink.Rows["gradingPeriodGrades"]);
        Assert.Equal(13_440, sink.Rows["courseTranscripts"]);
        Assert.Equal(25, sink.Rows["disciplineActions"]);
        Assert.Equal(6_934, sink.Rows["assessmentResults"]);
    }
}
