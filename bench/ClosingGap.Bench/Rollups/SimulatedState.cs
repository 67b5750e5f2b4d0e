using System.Globalization;
using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Bench.Rollups;

/// <summary>
/// A state whose districts have published: two schools each, groups of 12 dimensions, and one student in a hundred also in the next district.
/// Equal arguments give equal files.
/// </summary>
internal static class SimulatedState
{
    public const string State = "TX";
    private static readonly DateOnly s_asOf = new(2026, 11, 22);
    private static readonly string[] s_grades = ["PK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
    private static readonly string[] s_races = ["White", "HispanicOrLatinoEthnicity", "BlackOrAfricanAmerican", "Asian", "DemographicRaceTwoOrMoreRaces", "AmericanIndianOrAlaskaNative", "NativeHawaiianOrOtherPacificIslander", "unknown"];
    private static readonly string[] s_sexes = ["female", "male", "unspecified", "other", "unknown"];
    private static readonly string[] s_programs = ["englishLearner", "idea", "section504", "economicDisadvantage", "homeless", "fosterCare", "migrant", "militaryConnected", "giftedTalented"];

    public static async Task WriteAsync(IServiceProvider services, int districts, int students, CancellationToken cancellationToken)
    {
        var (blobs, documents, keys) = (services.GetRequiredService<IBlobStore>(), services.GetRequiredService<IDocumentStore>(), services.GetRequiredService<StateStudentKeys>());
        await services.GetRequiredService<StateMilestones>().SaveAsync(State, "use: [chronic-absence]", cancellationToken);
        var measures = StateMeasures.Of(new MilestoneSet(DefaultMilestones.Set.Definitions.Where(definition => definition.Id == "chronic-absence")).InForceOn(s_asOf));
        for (var number = 0; number < districts; number++)
        {
            var district = DistrictId.Parse(string.Create(CultureInfo.InvariantCulture, $"{State}-{number:00000}"));
            var random = new Random(number);
            var lines = new List<ContributionLine>(students);
            for (var student = 0; student < students; student++)
            {
                var id = student % 100 == 0 && number > 0 ? $"{number - 1}-{student + 1}" : $"{number}-{student}";
                lines.Add(Line(keys.OfStateId(State, id), random));
            }

            lines.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
            await blobs.WriteLinesAsync(CuratedPaths.Container, ContributionPaths.Lines(district, 1), lines.ToAsyncEnumerable(), PipelineJson.Default.ContributionLine, cancellationToken);
            var schools = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["A"] = "School A", ["B"] = "School B" };
            var index = new ContributionIndex(district.ToString(), 1, s_asOf, 2027, true, students, 0, measures, schools);
            await blobs.WriteJsonAsync(CuratedPaths.Container, ContributionPaths.Index(district, 1), index, PipelineJson.Default.ContributionIndex, cancellationToken);
            await documents.UpsertAsync(
                DocumentKeys.RegisteredDistrict(district), new RegisteredDistrict(district.ToString(), "District"), PipelineJson.Default.RegisteredDistrict, cancellationToken);
            await documents.UpsertAsync(
                DocumentKeys.Published(district), new PublishedVersion(1, [], "", s_asOf, 2027, DateTimeOffset.UnixEpoch, 1), PipelineJson.Default.PublishedVersion, cancellationToken);
        }
    }

    private static ContributionLine Line(string key, Random random)
    {
        var groups = new List<string> { "grade:" + s_grades[random.Next(s_grades.Length)], "race:" + Skewed(s_races, random), "sex:" + Skewed(s_sexes, random) };
        groups.AddRange(s_programs.Select(program => program + (random.Next(8) == 0 ? ":yes" : ":no")));
        groups.Sort(StringComparer.Ordinal);
        var begin = s_asOf.AddDays(-random.Next(20, 100));
        var chronic = random.Next(5) == 0;
        var outcomes = (chronic ? "01" : "10") + (random.Next(10) == 0 ? "1" : "0") + (random.Next(20) == 0 ? "1" : "0");
        return new ContributionLine(key, random.Next(2) == 0 ? "A" : "B", begin, null, groups, outcomes);
    }

    private static string Skewed(string[] values, Random random) => values[(int)(values.Length * Math.Pow(random.NextDouble(), 3))];
}
