using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Validates a whole district that a profile maps from another layout.</summary>
public sealed class MappedDistrictTests(ITestOutputHelper output)
{
    [Fact]
    public async Task GrandBend_ThroughItsProfile_IsAcceptedToTheLastRow()
    {
        var folder = RepositoryPaths.SharedData("edfi-grand-bend");
        var profile = ProfileReader.Read(await File.ReadAllTextAsync(RepositoryPaths.InRepository("profiles/edfi-grand-bend.yaml"), TestContext.Current.CancellationToken));
        await using var package = FolderPackage.Open(folder);
        var summary = new DiagnosticSummary();
        var sink = new RecordingSink(keepRows: false);

        var result = await PackageValidator.ValidateAsync(
            package,
            new ValidationRequest
            {
                Conformance = Conformance.Lenient,
                MappedTables = await ProfileTables.OpenAsync(package, profile, summary, null, TestContext.Current.CancellationToken),
            },
            summary,
            sink,
            TestContext.Current.CancellationToken);

        foreach (var file in result.Files)
        {
            output.WriteLine($"{file.File} {file.Table}: read {file.RowsRead}, accepted {file.RowsAccepted}, rejected {file.RowsRejected}");
        }

        foreach (var count in summary.Counts)
        {
            output.WriteLine($"{count.Severity} {count.Code} {count.File} {count.Column} x{count.Count} rows {string.Join(' ', count.FirstRows)}");
        }

        Assert.Null(summary.FatalCode);
        Assert.False(result.IsRejected, result.FatalCode);
        Assert.Null(result.Version);
        Assert.Contains(2011, result.SchoolYears);
        Assert.Equal(0, result.Files.Sum(file => file.RowsRejected));

        // Ed-Fi has no user name, and nothing is computed from it.
        Assert.All(summary.Counts, count => Assert.Equal((DiagnosticCodes.RowMissingRequiredValue, "username"), (count.Code, count.Column)));
        Assert.Equal(13_440, sink.Counts["courseTranscripts"]);
        Assert.Equal(12_950, sink.Counts["attendance"]);
        Assert.Equal(960 + 56 + 11, sink.Counts["users"]);
        Assert.Equal(40_320, sink.Counts["gradingPeriodGrades"]);
        Assert.Equal(532, sink.Counts["classes"]);
        Assert.Equal(25, sink.Counts["disciplineActions"]);
        Assert.All(sink.Counts, table => Assert.True(table.Value > 0, table.Key));
        Assert.Equal(sink.Counts.Values.Sum(), result.Files.Sum(file => file.RowsAccepted));
    }
}
