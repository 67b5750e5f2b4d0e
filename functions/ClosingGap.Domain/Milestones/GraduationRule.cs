using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Graduation;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// Where a student stands in the adjusted cohort of four years, or of five or six: graduated within the window, left without a diploma, left the
/// cohort with the removal documented, or still on the way. The cohort is the school year of the first entry into grade 9 and does not move.
/// </summary>
internal static class GraduationRule
{
    private const int FirstGrade = 9;

    public static Reason Judge(MilestonePart part, EvaluationInput input)
    {
        var values = new SortedList<string, SentenceValue>(5, StringComparer.Ordinal) { { "asOf", SentenceValue.Of(input.AsOf) }, { "years", SentenceValue.Of((decimal)part.Years) } };
        if (input.Cohort is not { } member)
        {
            return Of(VerdictStatus.NotEnoughData, "graduation.missing.cohort");
        }

        var lastYear = member.CohortYear + part.Years - 1;
        values.Add("lastYear", SentenceValue.Of((decimal)lastYear));
        if (member.Exit == CohortExit.RegularDiploma)
        {
            return member.ExitSchoolYear <= lastYear ? Of(VerdictStatus.Met, "graduation.met") : Of(VerdictStatus.OffTrack, "graduation.late");
        }

        if (member.IsRemoved)
        {
            return Of(VerdictStatus.NotApplicable, "graduation.removed");
        }

        if (member.Exit == CohortExit.WithoutDiploma)
        {
            return Of(VerdictStatus.OffTrack, "graduation.left");
        }

        if (input.SchoolYear > lastYear)
        {
            return Of(VerdictStatus.OffTrack, "graduation.over");
        }

        // Diplomas are recorded in the days and weeks after the last school day: that one is not there yet is no failure yet.
        if (input.SchoolYear == lastYear && input.Window.Closed)
        {
            return Of(VerdictStatus.AtRisk, "graduation.notRecorded");
        }

        // A grade below the one that leads to a diploma within the window, one grade a year.
        return GradeLevels.TryNumber(input.GradeLevel, out var grade) && grade < FirstGrade + input.SchoolYear - member.CohortYear - (part.Years - 4)
            ? Of(VerdictStatus.AtRisk, "graduation.behind")
            : Of(VerdictStatus.OnTrack, "graduation.onTrack");

        Reason Of(VerdictStatus status, string phrase) => new(part.Indicator, status, [phrase], values);
    }
}
