using System.Text.Json;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>The packages of the other implementation with its verdicts, and our verdicts on them.</summary>
internal static class AgreementPackages
{
    private const string Folder = "oneroster-1.2-packages";

    /// <summary>Every verdict that was given: those written down for a package by name, then those recorded from its tests.</summary>
    public static async Task<IReadOnlyList<AgreementCase>> ReadAsync()
    {
        var cases = new List<AgreementCase>();
        var token = TestContext.Current.CancellationToken;
        await using (var csv = await CsvFile.OpenAsync(File.OpenRead(RepositoryPaths.SharedData(Folder + "/expected.csv")), null, token))
        {
            await foreach (var row in csv.ReadAsync(token))
            {
                cases.Add(new AgreementCase(row.Cells[0]!, row.Cells[2]!, false, row.Cells[1] == "ok", Sorted(row.Cells[3]?.Split(' ') ?? []), false));
            }
        }

        foreach (var line in await File.ReadAllLinesAsync(RepositoryPaths.SharedData(Folder + "/harvest/results.jsonl"), token))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var options = root.GetProperty("options");
            cases.Add(new AgreementCase(
                "harvest/" + root.GetProperty("zip").GetString(),
                root.GetProperty("op").GetString()!,
                options.ValueKind == JsonValueKind.Object && options.GetProperty("referenceMode").GetString() == "allRows",
                root.GetProperty("result").GetString() == "ok",
                Sorted(root.GetProperty("diagnostics").EnumerateArray().Select(item => item.GetProperty("code").GetString()!)),
                true));
        }

        return cases;
    }

    /// <summary>Our verdict and codes under the same question.</summary>
    public static async Task<(bool IsOk, IReadOnlyList<string> Codes)> AnswerAsync(AgreementCase asked)
    {
        var findings = new Findings();
        try
        {
            await using var package = await ZipPackage.OpenAsync(
                File.OpenRead(RepositoryPaths.SharedData(Folder + "/" + asked.File)), cancellationToken: TestContext.Current.CancellationToken);
            var result = await PackageValidator.ValidateAsync(
                package, asked.Request, findings, new RecordingSink(), TestContext.Current.CancellationToken);
            return (!result.IsRejected && result.Errors == 0, findings.Codes(Severity.Error));
        }
        catch (PackageRefusedException refused)
        {
            return (false, Sorted([refused.Code, .. findings.Codes(Severity.Error)]));
        }
    }

    private static string[] Sorted(IEnumerable<string> codes) =>
        [.. codes.Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
