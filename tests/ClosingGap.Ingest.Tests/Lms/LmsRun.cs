using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Tests.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Lms;

/// <summary>A package through a profile and the validator, with a roster or without.</summary>
internal sealed record LmsRun(ValidationResult Result, RecordingSink Sink, CollectingDiagnostics Found)
{
    public static async Task<LmsRun> OfAsync(
        IPackage package, DistrictProfile profile, JoinReference[]? students = null, JoinReference[]? classes = null, ProfileOptions? options = null)
    {
        var token = TestContext.Current.CancellationToken;
        var found = new CollectingDiagnostics();
        var sink = new RecordingSink();
        var request = new ValidationRequest
        {
            Conformance = profile.Conformance,
            MappedTables = await ProfileTables.OpenAsync(package, profile, found, options, token),
            JoinReferences = students is null && classes is null
                ? null
                : (table, _) => (table == "users" ? students : classes)?.ToAsyncEnumerable(),
        };
        return new LmsRun(await PackageValidator.ValidateAsync(package, request, found, sink, token), sink, found);
    }

    public int Count(string table) => Sink.Rows.TryGetValue(table, out var rows) ? rows.Count : -1;

    /// <summary>A column of all rows, in order.</summary>
    public IReadOnlyList<string?> Cells(string table, string column)
    {
        var ordinal = CanonicalTables.Get(table).Ordinal(column);
        return [.. Sink.Rows[table].Select(row => row.Cells[ordinal])];
    }

    /// <summary>Codes with their number of findings.</summary>
    public IReadOnlyDictionary<string, int> Codes => Found.All.GroupBy(found => found.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
