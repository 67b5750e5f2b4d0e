using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// Credits earned (all transcript rows but those whose repeat code is not counted) of the credits that the student's
/// graduation plan asks for in all, both in hundredths.
/// </summary>
public static class CreditIndicator
{
    public const string AttemptedHundredths = "attemptedHundredths";
    public const string EarliestSchoolYear = "earliestSchoolYear";
    public const string RowsNotCounted = "rowsNotCounted";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LearningRecord record, YearMemberships memberships, SchoolYearContext context, CreditSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        long earned = 0, attempted = 0, notCounted = 0;
        int? earliest = null;
        foreach (ref readonly var attempt in record.Attempts.AsSpan())
        {
            earliest = attempt.SchoolYear is { } year && (earliest is null || year < earliest) ? year : earliest;
            if (!string.IsNullOrEmpty(attempt.RepeatCode) && settings.NotCountedRepeatCodes.Contains(attempt.RepeatCode))
            {
                notCounted++;
                continue;
            }

            earned += attempt.EarnedHundredths;
            attempted += attempt.AttemptedHundredths;
        }

        var plan = PlanOf(memberships.Latest, context);
        var missing = !context.Holds(SnapshotTables.CourseTranscripts) ? MissingEvidence.Table
            : plan is null ? MissingEvidence.Plan
            : MissingEvidence.None;
        return new Fact(
            IndicatorIds.CreditsEarned, null, earned, plan?.RequiredHundredths ?? 0, FactUnit.CreditHundredths,
            context.FirstDay, context.AsOf, context.AsOf, missing,
            [new(AttemptedHundredths, attempted), new(EarliestSchoolYear, earliest), new(RowsNotCounted, notCounted)]);
    }

    /// <summary>Credits earned in each subject of which the student's plan asks for some, of those it asks for; in ordinal order. A repeat that is not counted earns nothing here either.</summary>
    public static IEnumerable<Fact> BySubject(LearningRecord record, YearMemberships memberships, SchoolYearContext context, CreditSettings settings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        if (!context.Holds(SnapshotTables.CourseTranscripts) || PlanOf(memberships.Latest, context) is not { BySubject.Count: > 0 } plan)
        {
            yield break;
        }

        foreach (var (subject, required) in plan.BySubject.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            long earned = 0;
            foreach (var attempt in record.Attempts)
            {
                var counts = string.Equals(attempt.SubjectName?.Trim(), subject, StringComparison.OrdinalIgnoreCase)
                    && (string.IsNullOrEmpty(attempt.RepeatCode) || !settings.NotCountedRepeatCodes.Contains(attempt.RepeatCode));
                earned += counts ? attempt.EarnedHundredths : 0;
            }

            yield return new Fact(
                IndicatorIds.SubjectCredits + subject, null, earned, required, FactUnit.CreditHundredths,
                context.FirstDay, context.AsOf, context.AsOf, MissingEvidence.None, []);
        }
    }

    /// <summary>The plan of the student's latest membership: the school's before the district's, then the cohort's before one for every cohort before the current year's.</summary>
    internal static GraduationPlan? PlanOf(SchoolMembership? membership, SchoolYearContext context)
    {
        if (string.IsNullOrEmpty(membership?.GraduationPlanType))
        {
            return null;
        }

        GraduationPlan? best = null;
        var bestRank = int.MaxValue;
        foreach (var plan in context.GraduationPlans)
        {
            if (!string.Equals(plan.PlanType, membership.GraduationPlanType, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var rank = Rank(plan, membership, context);
            if (rank < bestRank || (rank == bestRank && rank < int.MaxValue && plan.RequiredHundredths > best!.RequiredHundredths))
            {
                (best, bestRank) = (plan, rank);
            }
        }

        return best;
    }

    private static int Rank(GraduationPlan plan, SchoolMembership membership, SchoolYearContext context)
    {
        var org = string.Equals(plan.OrgSourcedId, membership.SchoolSourcedId, StringComparison.Ordinal) ? 0
            : string.IsNullOrEmpty(plan.OrgSourcedId) || string.Equals(plan.OrgSourcedId, context.DistrictSourcedId, StringComparison.Ordinal) ? 10
            : -1;
        var year = plan.SchoolYear is null ? 1
            : plan.SchoolYear == membership.CohortYear ? 0
            : plan.SchoolYear == context.SchoolYear ? 2
            : -1;
        return org < 0 || year < 0 ? int.MaxValue : org + year;
    }
}
