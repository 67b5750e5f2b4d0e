using System.Text;
using System.Text.Json;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>The measures of a state: of each milestone how many of those judged have met it or are on track, and three indicators.</summary>
public static class StateMeasures
{
    /// <summary>Begins the id of a milestone's measure.</summary>
    public const string Milestone = "milestone.";

    /// <summary>Students absent for a tenth of their days or more, of those with ten days at least, whatever a district's own milestones ask.</summary>
    public const string ChronicAbsence = "indicator.chronicAbsence";

    /// <summary>Students suspended out of school at least once in the school year, of those whose district reports discipline.</summary>
    public const string OutOfSchoolSuspension = "indicator.outOfSchoolSuspension";

    /// <summary>Students who failed a course in the latest grading period, of those with marks.</summary>
    public const string CourseFailure = "indicator.courseFailure";

    private static readonly Dictionary<string, string> s_noTitles = [];

    private const char NotJudged = '-';
    private const char Judged = '0';
    private const char Outcome = '1';

    // A rise says that the meaning of the indicator as counted here changed.
    private static readonly ContributionMeasure[] s_indicators =
    [
        new(ChronicAbsence, "Chronically absent", 2, ""),
        new(CourseFailure, "Failed a course in the latest grading period", 1, ""),
        new(OutOfSchoolSuspension, "Suspended out of school", 1, ""),
    ];

    /// <summary>True where a greater share is worse: of indicators; the share of a milestone is of those who have met it or are on track.</summary>
    public static bool IsAdverse(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return !measure.StartsWith(Milestone, StringComparison.Ordinal);
    }

    /// <summary>The measures of definitions in force: one for each milestone, then the indicators.</summary>
    public static IReadOnlyList<ContributionMeasure> Of(MilestoneSet inForce)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        return
        [
            .. inForce.Definitions.Select(definition => new ContributionMeasure(Milestone + definition.Id, definition.Title, definition.Version, Hash(definition))),
            .. s_indicators,
        ];
    }

    /// <summary>The outcomes of a student, one character for each measure.</summary>
    internal static string Outcomes(StudentResult result, IReadOnlyList<ContributionMeasure> measures)
    {
        var text = new StringBuilder(measures.Count);
        foreach (var measure in measures)
        {
            text.Append(OutcomeOf(result, measure.Id));
        }

        return text.ToString();
    }

    /// <summary>Reads a character of <see cref="ContributionLine.Outcomes"/>.</summary>
    internal static (int Students, int Outcomes) Count(char outcome) => outcome switch
    {
        Judged => (1, 0),
        Outcome => (1, 1),
        NotJudged => (0, 0),
        _ => throw new InvalidDataException("contribution.unreadable: an outcome is none of the three characters."),
    };

    private static char OutcomeOf(StudentResult result, string measure) => measure switch
    {
        ChronicAbsence => OfAttendance(result.Fact(IndicatorIds.AttendanceRate)),
        OutOfSchoolSuspension => OfFact(result.Fact(IndicatorIds.OutOfSchoolSuspensions)),
        CourseFailure => OfFact(result.Fact(IndicatorIds.CourseFailures)),
        _ => OfVerdict(result, measure[Milestone.Length..]),
    };

    private static char OfAttendance(Fact? fact) => fact is null ? NotJudged : AttendanceThresholds.Default.BandOf(fact) switch
    {
        AttendanceBand.NotMeasured => NotJudged,
        var band => Of(band == AttendanceBand.Chronic),
    };

    private static char OfFact(Fact? fact) => fact is not { Missing: MissingEvidence.None } ? NotJudged : Of(fact.Numerator > 0);

    private static char OfVerdict(StudentResult result, string milestone)
    {
        foreach (var verdict in result.Verdicts)
        {
            if (string.Equals(verdict.MilestoneId, milestone, StringComparison.Ordinal))
            {
                return verdict.Status switch
                {
                    VerdictStatus.Met or VerdictStatus.OnTrack => Outcome,
                    VerdictStatus.AtRisk or VerdictStatus.OffTrack => Judged,
                    _ => NotJudged,
                };
            }
        }

        return NotJudged;
    }

    private static char Of(bool has) => has ? Outcome : Judged;

    /// <summary>Of what decides the verdict: titles, the named source and the weight on caseloads do not.</summary>
    private static string Hash(MilestoneDefinition definition) =>
        ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes([definition with { Title = "", Titles = s_noTitles, Source = "", Set = null, Weight = 1 }], PipelineJson.Default.IReadOnlyListMilestoneDefinition))[..16];
}
