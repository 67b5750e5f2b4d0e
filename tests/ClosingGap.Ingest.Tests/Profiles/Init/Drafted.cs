using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Profiles.Init;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Profiles.Init;

/// <summary>A draft, read back and tried on the export it was made of.</summary>
internal sealed record Drafted(ProfileDraft Draft, DistrictProfile Profile, ValidationResult Result, DiagnosticSummary Summary, RecordingSink Sink)
{
    public static async Task<Drafted> OfAsync(IPackage package, InitOptions? options = null)
    {
        var draft = await ProfileInit.DraftAsync(package, "draft", options, TestContext.Current.CancellationToken);
        Assert.Null(draft.Fitting);
        var profile = ProfileReader.Read(draft.Yaml!);
        var summary = new DiagnosticSummary();
        var sink = new RecordingSink();
        var request = new ValidationRequest
        {
            Codes = DistrictCodes.Of(profile),
            MappedTables = await ProfileTables.OpenAsync(package, profile, summary, null, TestContext.Current.CancellationToken),
        };
        var result = await PackageValidator.ValidateAsync(package, request, summary, sink, TestContext.Current.CancellationToken);
        return new Drafted(draft, profile, result, summary, sink);
    }

    public string? TableOf(string file) => Draft.Files.Single(one => one.File == file).Table;

    public string Findings => string.Join('\n', Summary.Counts.Select(count => $"{count.Severity} {count.Code} {count.File} {count.Column} x{count.Count}"));
}
