using System.Text.Json;
using ClosingGap.Domain.Indicators;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Rebuilding;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>A learning management system beside the roster, of another school year.</summary>
public sealed class LmsTests(AzuriteFixture azurite)
{
    private const int Students = 60;
    private const long ShardBytes = 128 << 10;

    [Fact]
    public async Task Lms_OfAnotherSchoolYear_GivesEachStudentTheOwnFactsWithTheLmssDates()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var before = await BodyAsync(host, night.Ids[0]);
        Assert.DoesNotContain(before.Facts, fact => fact.Source is not null);

        var drop = await host.PublishLmsAsync("fall", Package(night));

        Assert.Equal((0L, LmsPackage.LastMeasured), (drop.Counts.RowsRejected, drop.AsOf));
        var (one, two, other) = (await BodyAsync(host, night.Ids[0]), await BodyAsync(host, night.Ids[1]), await BodyAsync(host, night.Ids[2]));
        Assert.Equal((1L, 3L), Work(one, IndicatorIds.LmsMissingWork));
        Assert.Equal((1L, 2L), Work(one, IndicatorIds.LmsLateWork));
        Assert.Equal((7150L, 1L), Work(one, IndicatorIds.LmsCurrentScore));
        Assert.Equal((0L, 0L), Work(one, IndicatorIds.LmsLastActivity));
        Assert.Equal((0L, 1L), Work(two, IndicatorIds.LmsMissingWork));
        Assert.Equal((1250L, 0L), Work(two, IndicatorIds.LmsActivityMinutes));
        Assert.Equal((6L, 0L), Work(two, IndicatorIds.LmsLastActivity));
        Assert.All(Facts(one), fact => Assert.Equal(
            (LmsPackage.Source, 2022, new DateOnly(2021, 7, 1), LmsPackage.LastMeasured, LmsPackage.LastMeasured), (fact.Source!, fact.SchoolYear, fact.From, fact.To, fact.AsOf)));
        var item = Assert.Single(Facts(one).Single(fact => fact.Indicator == IndicatorIds.LmsMissingWork).Items!);
        Assert.Equal(new FactItem(new DateOnly(2021, 10, 8), null, "Algebra", LmsPackage.OfTheFirst + " two"), item);
        Assert.Equal(5, Facts(other).Count);
        Assert.All(Facts(other), fact => Assert.Equal((0, 0, MissingEvidence.Account), (fact.Numerator, fact.Denominator, fact.Missing)));
        Assert.Equal((night.AsOf, before.SchoolYear), (one.AsOf, one.SchoolYear));
        Assert.Equal(JsonSerializer.Serialize(before.Verdicts), JsonSerializer.Serialize(one.Verdicts));
        Assert.Equal(night.AsOf, (await host.Get<DistrictReader>().FindAsync(host.District, host.Token))!.Value.AsOf);
    }

    [Fact]
    public async Task RowsOfAStudent_AreInNoOtherStudentsDocument()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        await host.PublishLmsAsync("fall", Package(night));

        foreach (var id in night.Ids)
        {
            var text = await TextAsync(host, id);
            Assert.Equal(id == night.Ids[0], text.Contains(LmsPackage.OfTheFirst, StringComparison.Ordinal));
            Assert.Equal(id == night.Ids[0] || id == night.Ids[1], Facts(await BodyAsync(host, id)).Any(fact => fact.Missing == MissingEvidence.None));
        }
    }

    [Fact]
    public async Task OrderOfTheSources_DoesNotMatter_AndARebuildMakesTheSame()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var rosterFirst = await StartAsync();
        await rosterFirst.PublishAsync("night", night.Zip, night.AsOf);
        await rosterFirst.PublishLmsAsync("fall", Package(night));
        await using var lmsFirst = await StartAsync();
        await lmsFirst.PublishLmsAsync("fall", Package(night));
        Assert.Equal(0, (await lmsFirst.Get<DistrictReader>().FindAsync(lmsFirst.District, lmsFirst.Token))!.Value.Students);
        await lmsFirst.PublishAsync("night", night.Zip, night.AsOf);

        var expected = await PublicView.OfAsync(rosterFirst, night.Ids);
        PublicView.AssertEqual(expected, await PublicView.OfAsync(lmsFirst, night.Ids), "the LMS first");

        var rebuild = await rosterFirst.Get<Rebuild>().StartAsync(rosterFirst.District, "Tester", rosterFirst.Started, rosterFirst.Token);
        Assert.Equal(DropState.Published, (await rosterFirst.RunAsync(rebuild!.Id)).State);
        PublicView.AssertEqual(expected, await PublicView.OfAsync(rosterFirst, night.Ids), "after the rebuild");
    }

    [Fact]
    public async Task SameLmsAgain_ComputesNothing_AlsoOnAnotherDay()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var first = await host.PublishLmsAsync("first", Package(night));
        host.Time.Advance(TimeSpan.FromDays(3));

        var again = await host.PublishLmsAsync("again", Package(night));
        var touched = await host.PublishLmsAsync("touched", Package(night).With("unknown.csv", "a\n1\n"));
        var roster = await host.PublishAsync("same", night.Zip, night.AsOf);

        Assert.All([again, touched, roster], drop => Assert.Equal((first.Version, 0L, 0), (drop.Version, drop.Counts.DocumentsWritten, drop.Counts.ShardsComputed)));
    }

    [Fact]
    public async Task OneSubmissionMore_ComputesOneShardAndWritesOneDocument()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        var roster = await host.PublishAsync("night", night.Zip, night.AsOf);
        await host.PublishLmsAsync("first", Package(night));
        var package = Package(night).Replace("lmsSubmissions.csv", "a2,missing,", "a2,submitted,2021-10-08T20:00:00");

        var second = await host.PublishLmsAsync("second", package);

        Assert.True(roster.Counts.ShardsComputed > 1);
        Assert.Equal((1, 1L), (second.Counts.ShardsComputed, second.Counts.DocumentsWritten));
        Assert.Equal((0L, 3L), Work(await BodyAsync(host, night.Ids[0]), IndicatorIds.LmsMissingWork));
    }

    [Fact]
    public async Task LmsWithoutRows_LeavesNoFactOfIt()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var before = await PublicView.OfAsync(host, night.Ids);
        await host.PublishLmsAsync("first", Package(night));

        var gone = await host.PublishLmsAsync("gone", Package(night).WithoutRows());

        Assert.Equal(night.Ids.Count, gone.Counts.DocumentsWritten);
        PublicView.AssertEqual(before, await PublicView.OfAsync(host, night.Ids), "without the LMS");
    }

    [Fact]
    public async Task DeclaredDate_OfTheLms_HidesWhatCameLater()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var declared = new DateOnly(2021, 10, 8);

        var drop = await host.PublishLmsAsync("fall", Package(night), declared);

        Assert.Equal(declared, drop.AsOf);
        var body = await BodyAsync(host, night.Ids[0]);
        Assert.Equal((1L, 2L), Work(body, IndicatorIds.LmsMissingWork));
        Assert.Equal((8L, 0L), Work(body, IndicatorIds.LmsLastActivity));
        Assert.Equal((night.AsOf, declared), (body.AsOf, Facts(body)[0].AsOf));
    }

    [Theory]
    [InlineData("2021-11-05", "2021-11-05", 2022)]
    [InlineData("2022-05-01", "2022-05-01", 2022)]
    [InlineData("2027-01-10", "2021-10-20", 2022)]
    [InlineData("2022-07-01", "2022-07-01", 2023)]
    public async Task Due_CountsAsMeasuredWhenTheLmsCallsItMissing_AndNeverAfterTheDrop(string due, string asOf, int year)
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var package = Package(night).Replace("lmsAssignments.csv", "2022-05-01", due)
            .With("lmsSubmissions.csv", Package(night).Files["lmsSubmissions.csv"] + $"s9,{night.Ids[0]},a4,missing,,,\n");

        var drop = await host.PublishLmsAsync("fall", package);

        var facts = Facts(await BodyAsync(host, night.Ids[0]));
        Assert.Equal((DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture), year), (drop.AsOf!.Value, facts[0].SchoolYear));
    }

    [Fact]
    public async Task Lms_OfTheRostersYear_TakesItsSessions()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var year = night.AsOf.Month >= 7 ? night.AsOf.Year : night.AsOf.Year - 1;
        var package = Package(night).ReplaceAll("2021-", $"{year}-").ReplaceAll("2022-", $"{year + 1}-");

        await host.PublishLmsAsync("fall", package);

        var body = await BodyAsync(host, night.Ids[0]);
        Assert.Equal(body.SchoolYear, Facts(body)[0].SchoolYear);
        Assert.Equal(body.Facts.Single(fact => fact.Indicator == IndicatorIds.SuspensionDays).From, Facts(body)[0].From);
        Assert.NotEqual(7, Facts(body)[0].From.Month);
    }

    [Fact]
    public async Task TwoLms_WithTheSameIds_DoNotMix()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        await host.PublishLmsAsync("fall", Package(night));
        var second = LmsPackage.Of(night.Ids[5], night.Ids[0]).ReplaceAll("2021-", "2019-").ReplaceAll(LmsPackage.OfTheFirst, "Poems");

        await host.PublishAsync("TX/990001/second/fall.zip", second.ToZip());

        var facts = Facts(await BodyAsync(host, night.Ids[0])).Where(fact => fact.Indicator == IndicatorIds.LmsMissingWork).ToList();
        Assert.Equal([("lms", 2022, 1L, 3L), ("second", 2020, 0L, 1L)], facts.Select(fact => (fact.Source!, fact.SchoolYear!.Value, fact.Numerator, fact.Denominator)));
        Assert.DoesNotContain("Poems", await TextAsync(host, night.Ids[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyItems_WithLongTitles_KeepTheDocumentShort()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = await StartAsync();
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var title = string.Concat(Enumerable.Repeat("Ünïcödé ", 30));
        var rows = Enumerable.Range(10, 60).Select(number => $"z{number},L1,,{title},Homework,2021-10-{10 + (number % 10):00}T12:00:00,10,true\n");
        var late = Enumerable.Range(10, 30).Select(number => $"t{number},{night.Ids[0]},z{number},late,2021-10-20T12:00:00,,\n");
        var package = Package(night);
        package = package.With("lmsAssignments.csv", package.Files["lmsAssignments.csv"] + string.Concat(rows))
            .With("lmsSubmissions.csv", package.Files["lmsSubmissions.csv"] + string.Concat(late));

        var drop = await host.PublishLmsAsync("fall", package);

        Assert.Equal(0, drop.Counts.RowsRejected);
        var body = await BodyAsync(host, night.Ids[0]);
        Assert.Equal((31L, 63L), Work(body, IndicatorIds.LmsMissingWork));
        var missing = Facts(body).Single(fact => fact.Indicator == IndicatorIds.LmsMissingWork);
        Assert.InRange(missing.Items!.Count, 1, FactItem.Most);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(await TextAsync(host, night.Ids[0])), 1, 8_000);
    }

    private static SamplePackage Package(SampleNight night) => LmsPackage.Of(night.Ids[0], night.Ids[1]);

    private static List<Fact> Facts(StudentBody body) => [.. body.Facts.Where(fact => fact.Source is not null)];

    private static (long Numerator, long Denominator) Work(StudentBody body, string indicator)
    {
        var fact = Facts(body).Single(fact => fact.Indicator == indicator);
        Assert.Equal(MissingEvidence.None, fact.Missing);
        return (fact.Numerator, fact.Denominator);
    }

    private static async Task<StudentBody> BodyAsync(PipelineHost host, string id) =>
        JsonSerializer.Deserialize(await TextAsync(host, id), PipelineJson.Default.StudentBody)!;

    private static async Task<string> TextAsync(PipelineHost host, string id)
    {
        var key = (await host.Get<StudentReader>().LookUpAsync(host.District, id, host.Token))!;
        return (await host.Get<StudentReader>().FindAsync(host.District, key, host.Token))!.Value.GetRawText();
    }

    private async Task<PipelineHost> StartAsync()
    {
        var host = new PipelineHost(azurite.ConnectionString, shardBytes: ShardBytes);
        await host.RegisterAsync("lenient", LmsPackage.Source, "second");
        return host;
    }
}
