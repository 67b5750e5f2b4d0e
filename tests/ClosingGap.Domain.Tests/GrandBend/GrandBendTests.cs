using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Summaries;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.GrandBend;

/// <summary>The figures that were counted of the published sample district independently of this product.</summary>
public sealed class GrandBendTests(ITestOutputHelper output)
{
    private static readonly Lazy<GrandBendDistrict?> District = new(() => GrandBendDistrict.Find() is { } folder ? new GrandBendDistrict(folder) : null);

    [Fact]
    public void District_HasTheKnownFigures()
    {
        Assert.SkipWhen(District.Value is null, "shared/data/edfi-grand-bend is not beside the repository.");
        var settings = new VerdictSettings
        {
            Attendance = new() { MeasuredThrough = MeasuredThrough.AsOf }, Grades = new() { PassMarkHundredths = 7000 },
        };
        var counts = Count(District.Value, settings);
        var total = counts.Total;

        Assert.Equal((960L, 960L), (total.Students, total.Active));
        Assert.Equal((42L, 54L, 96L, 768L), (total.Attendance.Chronic, total.Attendance.AtRisk, total.Attendance.Satisfactory, total.Attendance.None));
        Assert.Equal(960L * 177 * 2, total.Attendance.MemberHalfDays);
        Assert.Equal((13_440L, 1_915L), (total.CourseAttempts, total.CourseAttemptsFailed));
        Assert.Equal(3, counts.Schools.Count);
        Assert.All(counts.Schools.Values, s => Assert.Equal(177, s.InstructionalDays));
        Assert.Equal((42L, 54L, 864L), (total.Milestones["chronic-absence"].OffTrack, total.Milestones["chronic-absence"].AtRisk, total.Milestones["chronic-absence"].Met));

        // One year of transcripts carries a verdict on the ninth grade only; the other high-school grades lack history.
        var credits = total.Milestones["credits-to-graduate"];
        Assert.Equal(counts.Groups["grade:09"].Students, credits.Met + credits.AtRisk + credits.OffTrack);
        Assert.Equal(counts.Groups["grade:10"].Students + counts.Groups["grade:11"].Students + counts.Groups["grade:12"].Students, credits.NotEnoughData);
    }

    [Fact]
    public void Sentences_OfTheDistrictAreReadable()
    {
        Assert.SkipWhen(District.Value is null, "shared/data/edfi-grand-bend is not beside the repository.");
        var examples = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var student in District.Value.Students)
        {
            foreach (var verdict in StudentAssessment.Assess(student, District.Value.Context, VerdictSettings.Default, Given.Milestones).Verdicts)
            {
                examples.TryAdd(verdict.MilestoneId + " " + verdict.Status, verdict.InEnglish());
                Assert.InRange(verdict.InEnglish().Length, 20, 260);
            }
        }

        foreach (var (key, sentence) in examples)
        {
            output.WriteLine(key + ": " + sentence);
        }

        Assert.Contains("chronic-absence OffTrack", examples.Keys);
    }

    private static DistrictCounts Count(GrandBendDistrict district, VerdictSettings settings)
    {
        var counts = new DistrictCounts();
        foreach (var student in district.Students)
        {
            counts.Add(StudentAssessment.Assess(student, district.Context, settings, Given.Milestones));
        }

        return counts;
    }
}
