using System.Text.Json;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Holds strict validation against the verdicts of an independent implementation on its own packages.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const string Folder = "oneroster-1.2-packages";

    /// <summary>Where our findings differ from theirs, and why.</summary>
    private static readonly Dictionary<string, string> s_differences = new(StringComparer.Ordinal)
    {
        ["missing-manifest.zip"] = "the zip is empty: we say package.empty",
        ["18814e3ce0de.zip"] = "subjectCodes is blank beside subjects: the standard wants one length only where both are present",
        ["3571a8557370.zip"] = "subjectCodes is blank beside subjects: the standard wants one length only where both are present",
        ["044fd5dccdd7.zip"] = "one misplaced metadata column is one finding here, there one for every column behind it",
        ["2c1001664fba.zip"] = "one misplaced metadata column is one finding here, there one for every column behind it",
        ["049ba2d01ba7.zip"] = "not checked yet: who may use a resource",
        ["1131c2d54d5e.zip"] = "not checked yet: results against their line item and class",
        ["21d4a3537337.zip"] = "not checked yet: results against their line item",
        ["28fa35e69541.zip"] = "a delta by itself: what it refers to may be held already",
        ["2f3fe932c847.zip"] = "the first of two rows of one id failed already, so the second stands alone",
        ["005c1345c640.zip"] = "they read version 1.2 only, we read 1.1 too",
        ["459964e93f59.zip"] = "they judged the package without its files",
    };

    [Fact]
    public async Task NamedPackages_Strict_DifferOnlyWhereItIsNamed()
    {
        var disagreements = new List<string>();
        await using var csv = await CsvFile.OpenAsync(
            File.OpenRead(RepositoryPaths.SharedData(Folder + "/expected.csv")), null, TestContext.Current.CancellationToken);
        await foreach (var row in csv.ReadAsync(TestContext.Current.CancellationToken))
        {
            var (isOk, codes) = await ValidateAsync(row.Cells[0]!);
            var expected = (row.Cells[3] ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var missed = expected.Except(codes).ToArray();
            var agrees = isOk == (row.Cells[1] == "ok") && missed.Length == 0;
            output.WriteLine($"{(agrees ? "agree" : "DIFFER")} {row.Cells[0]}: {row.Cells[1]}, ours {(isOk ? "ok" : string.Join(' ', codes))}; missed {string.Join(' ', missed)}");
            if (!agrees && !s_differences.ContainsKey(Path.GetFileName(row.Cells[0]!)))
            {
                disagreements.Add(row.Cells[0]!);
            }
        }

        Assert.Empty(disagreements);
    }

    [Fact]
    public async Task HarvestedPackages_Strict_DifferOnlyWhereItIsNamed()
    {
        var (agreed, differed) = (0, new List<string>());
        foreach (var line in await File.ReadAllLinesAsync(RepositoryPaths.SharedData(Folder + "/harvest/results.jsonl"), TestContext.Current.CancellationToken))
        {
            using var json = JsonDocument.Parse(line);
            var zip = json.RootElement.GetProperty("zip").GetString()!;
            var theirs = json.RootElement.GetProperty("result").GetString() == "ok";
            var expected = json.RootElement.GetProperty("diagnostics").ValueKind == JsonValueKind.Array
                ? json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(item => item.GetProperty("code").GetString()!).Distinct().ToArray()
                : [];
            var (isOk, codes) = await ValidateAsync("harvest/" + zip);
            var missed = expected.Except(codes).ToArray();
            if (isOk == theirs && missed.Length == 0)
            {
                agreed++;
                continue;
            }

            differed.Add(zip);
            output.WriteLine(
                $"DIFFER {zip} {json.RootElement.GetProperty("op")} {json.RootElement.GetProperty("options")}: {(theirs ? "ok" : string.Join(' ', expected))}, ours {(isOk ? "ok" : string.Join(' ', codes))}; missed {string.Join(' ', missed)}");
        }

        output.WriteLine($"{agreed} agree, {differed.Count} differ");
        Assert.Equal([], differed.Except(s_differences.Keys));
    }

    private static async Task<(bool IsOk, string[] Codes)> ValidateAsync(string relative)
    {
        var findings = new Findings();
        try
        {
            await using var package = await ZipPackage.OpenAsync(
                File.OpenRead(RepositoryPaths.SharedData(Folder + "/" + relative)), cancellationToken: TestContext.Current.CancellationToken);
            var result = await PackageValidator.ValidateAsync(
                package, new ValidationRequest { Conformance = Conformance.Strict }, findings, new RecordingSink(), TestContext.Current.CancellationToken);
            return (!result.IsRejected && result.Errors == 0, findings.Codes(Severity.Error));
        }
        catch (PackageRefusedException refused)
        {
            return (false, [refused.Code, .. findings.Codes(Severity.Error)]);
        }
    }
}
