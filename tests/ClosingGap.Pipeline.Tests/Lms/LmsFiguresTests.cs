using System.Text.Json;
using ClosingGap.Domain.Indicators;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.SampleData;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Lms;

/// <summary>What is told of an invented district's learning management system equals what its generator counted by itself.</summary>
public sealed class LmsFiguresTests(AzuriteFixture azurite)
{
    private static readonly string[] s_indicators =
        [IndicatorIds.LmsMissingWork, IndicatorIds.LmsLateWork, IndicatorIds.LmsLastActivity, IndicatorIds.LmsActivityMinutes, IndicatorIds.LmsCurrentScore];

    [Theory]
    [InlineData(400, 0)]
    [InlineData(400, 3)]
    [InlineData(5_000, 40)]
    public async Task Publish_OfTheSampleTree_EqualsTheTruth(int students, int night)
    {
        var (roster, tree, asOf, truths) = await SampleAsync(students, night);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.Get<DistrictRegistry>().SaveAsync(
            new DistrictRegistration(
                host.District.ToString(), "Sample", null, "America/Chicago", null, [new SourceRegistration("sis", "strict"), new SourceRegistration("lms", "lms-udm")], [], 0),
            host.Token);
        await host.PublishAsync("night", roster, asOf);
        var drop = await host.RunAsync(await host.DropAsync($"{host.District.State}/{host.District.LocalId}/lms/tree.zip", tree, asOf));
        Assert.Equal((DropState.Published, null), (drop.State, drop.ReasonCode));

        var measured = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var truth in truths)
        {
            var body = await host.BodyAsync(truth.GetProperty("sourcedId").GetString()!);
            var own = body.Facts.Where(fact => fact.Source == "lms").ToDictionary(fact => fact.Indicator, StringComparer.Ordinal);
            Assert.Equal(s_indicators.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
            foreach (var (indicator, fact) in own)
            {
                var isCounted = truth.GetProperty("lmsFacts").TryGetProperty(indicator, out var counted);
                Assert.Equal((indicator, isCounted), (indicator, fact.Missing == MissingEvidence.None));
                if (isCounted)
                {
                    Assert.Equal((indicator, counted[0].GetInt64(), counted[1].GetInt64()), (indicator, fact.Numerator, fact.Denominator));
                    measured[indicator] = measured.GetValueOrDefault(indicator) + 1;
                }
            }
        }

        Assert.Equal(s_indicators.Order(StringComparer.Ordinal), measured.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<(byte[] Roster, byte[] Tree, DateOnly AsOf, List<JsonElement> Truths)> SampleAsync(int students, int night)
    {
        var folder = Directory.CreateTempSubdirectory("closinggap-lms-figures-");
        try
        {
            var summary = await SampleDistrictWriter.WriteAsync(new SampleOptions { Students = students, Night = night }, folder.FullName, TestContext.Current.CancellationToken);
            var lines = await File.ReadAllLinesAsync(summary.TruthStudents, TestContext.Current.CancellationToken);
            return (await File.ReadAllBytesAsync(summary.SisZip, TestContext.Current.CancellationToken), TreeZip.Of(summary.LmsDirectory), summary.AsOf, [.. lines.Select(line => JsonElement.Parse(line))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
