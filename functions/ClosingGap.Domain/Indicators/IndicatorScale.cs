namespace ClosingGap.Domain.Indicators;

/// <summary>How an indicator is held against thresholds and spoken of.</summary>
/// <param name="Indicator">One of <see cref="IndicatorIds"/>.</param>
/// <param name="Topic">The family of its sentences.</param>
/// <param name="IsShare">True: numerator of denominator; false: the numerator alone.</param>
/// <param name="Scale">What the numerator counts of one: 100 for hundredths.</param>
/// <param name="LowIsWorse">True where less is worse: credits, marks.</param>
/// <param name="CountsEvidence">True where the denominator says how much was measured.</param>
public sealed record IndicatorScale(string Indicator, string Topic, bool IsShare = false, int Scale = 1, bool LowIsWorse = false, bool CountsEvidence = false)
{
    private static readonly Dictionary<string, IndicatorScale> s_byId = new IndicatorScale[]
    {
        new(IndicatorIds.AttendanceRate, "attendance", IsShare: true, CountsEvidence: true),
        new(IndicatorIds.CourseFailures, "courses", CountsEvidence: true),
        new(IndicatorIds.EnglishFailures, "coursesEnglish", CountsEvidence: true),
        new(IndicatorIds.MathematicsFailures, "coursesMathematics", CountsEvidence: true),
        new(IndicatorIds.CoreFailures, "coursesCore", CountsEvidence: true),
        new(IndicatorIds.EnglishMean, "meanEnglish", IsShare: true, Scale: 100, LowIsWorse: true),
        new(IndicatorIds.MathematicsMean, "meanMathematics", IsShare: true, Scale: 100, LowIsWorse: true),
        new(IndicatorIds.EnglishLowest, "lowestEnglish", Scale: 100, LowIsWorse: true),
        new(IndicatorIds.MathematicsLowest, "lowestMathematics", Scale: 100, LowIsWorse: true),
        new(IndicatorIds.SemesterFailures, "semesterFailures"),
        new(IndicatorIds.CoreSemesterFailures, "semesterCore"),
        new(IndicatorIds.GradePoints, "gpa", IsShare: true, Scale: 100, LowIsWorse: true),
        new(IndicatorIds.WeightedGradePoints, "gpa", IsShare: true, Scale: 100, LowIsWorse: true),
        new(IndicatorIds.YearCredits, "yearCredits", Scale: 100, LowIsWorse: true),
        new(IndicatorIds.OutOfSchoolSuspensions, "outOfSchool"),
        new(IndicatorIds.Removals, "removals"),
        new(IndicatorIds.Incidents, "incidents"),
        new(IndicatorIds.StateOffenses, "stateOffenses"),
        new(IndicatorIds.SuspensionDays, "suspensions", Scale: 100),
        new(IndicatorIds.BehaviorDays, "behavior", IsShare: true),
        new(IndicatorIds.SchoolChanges, "mobility"),
        new(IndicatorIds.LmsMissingWork, "missingWork", IsShare: true, CountsEvidence: true),
        new(IndicatorIds.LmsLateWork, "lateWork", IsShare: true, CountsEvidence: true),
        new(IndicatorIds.LmsLastActivity, "activity"),
    }.ToDictionary(scale => scale.Indicator, StringComparer.Ordinal);

    /// <summary>All of them, in the order in which they are documented.</summary>
    public static IReadOnlyCollection<IndicatorScale> All => s_byId.Values;

    /// <summary>That of an indicator; null where it is not held against a threshold.</summary>
    public static IndicatorScale? Find(string indicator) => s_byId.GetValueOrDefault(indicator);

    /// <summary>Compares value and threshold as products of integers: true when the threshold is reached, or passed where it must be.</summary>
    public bool Reaches(Fact fact, int numerator, int denominator, bool beyond)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var value = fact.Numerator * denominator;
        var threshold = (IsShare ? fact.Denominator : 1) * numerator * Scale;
        var difference = LowIsWorse ? threshold - value : value - threshold;
        return beyond ? difference > 0 : difference >= 0;
    }
}
