using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>Days of in-school and out-of-school suspension in the school year up to the as-of date, in hundredths.</summary>
public static class SuspensionIndicator
{
    public const string InSchoolHundredths = "inSchoolHundredths";
    public const string OutOfSchoolHundredths = "outOfSchoolHundredths";
    public const string Suspensions = "suspensions";
    public const string WithoutLength = "suspensionsWithoutLength";

    /// <summary>Measures one student.</summary>
    public static Fact Measure(LearningRecord record, SchoolYearContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        var to = context.Through;
        long inSchool = 0, outOfSchool = 0, count = 0, withoutLength = 0;
        foreach (var mark in record.Discipline)
        {
            if (mark.Date < context.FirstDay || mark.Date > to
                || mark.Kind is not (DisciplineKind.InSchoolSuspension or DisciplineKind.OutOfSchoolSuspension))
            {
                continue;
            }

            count++;
            withoutLength += mark.DaysHundredths is null ? 1 : 0;
            var days = mark.DaysHundredths ?? 0;
            if (mark.Kind == DisciplineKind.InSchoolSuspension)
            {
                inSchool += days;
            }
            else
            {
                outOfSchool += days;
            }
        }

        // A suspension of unknown length is neither no suspension nor a long one.
        var missing = !context.Holds(SnapshotTables.DisciplineActions) ? MissingEvidence.Table
            : withoutLength > 0 && inSchool + outOfSchool == 0 ? MissingEvidence.Length
            : MissingEvidence.None;
        return new Fact(
            IndicatorIds.SuspensionDays, null, inSchool + outOfSchool, 0, FactUnit.DayHundredths, context.FirstDay, to, context.AsOf, missing,
            [new(InSchoolHundredths, inSchool), new(OutOfSchoolHundredths, outOfSchool), new(Suspensions, count), new(WithoutLength, withoutLength)]);
    }
}
