using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Milestones;

/// <summary>
/// Whether a course has been passed by the end of a grade: passed, being taken, passed in part, failed so far, or not taken. SCED codes are
/// compared by their first five digits; what counts as the whole course is told by <see cref="CourseCredit"/>.
/// </summary>
internal static class CourseCompletionRule
{
    private const int ScedLength = 5;

    public static Reason Judge(MilestonePart part, EvaluationInput input)
    {
        var values = new SortedList<string, SentenceValue>(4, StringComparer.Ordinal)
        {
            { "asOf", SentenceValue.Of(input.AsOf) },
            { "byGrade", SentenceValue.Of(part.ByGrade!) },
        };
        var credit = CourseCredit.Of(input.CourseAttempts.Where(attempt => Is(part, attempt.CourseCode) && !IsAfter(attempt.GradeLevel, part.ByGrade!)), input.SchoolYear, input.Grades);
        var isOpen = !IsAfter(input.GradeLevel, part.ByGrade!) && !(input.Window.Closed && string.Equals(input.GradeLevel, part.ByGrade, StringComparison.Ordinal));
        var takes = isOpen && input.CourseCodesNow.Any(code => Is(part, code));

        // A first half that was passed is not the course yet, while the second is under way.
        if (credit.IsWhole && !(takes && !input.Window.Closed && credit.IsOfThisYear))
        {
            return Of(VerdictStatus.Met, "passed");
        }

        if (takes && !credit.IsShortThisYear)
        {
            return Of(VerdictStatus.OnTrack, "taking");
        }

        // Where the export has codes of its own, a course of another code is not a course that was not taken.
        if (!credit.IsTried && part.Courses.All(CoreSubjects.IsSced) && input.CourseAttempts.Length > 0 && !input.CourseAttempts.Any(attempt => CoreSubjects.IsSced(attempt.CourseCode)))
        {
            return Of(VerdictStatus.NotEnoughData, "missing.codes");
        }

        // Without any transcript nobody can tell whether the course was taken.
        return !credit.IsTried && input.CourseAttempts.Length == 0
            ? Of(VerdictStatus.NotEnoughData, "missing.rows")
            : Of(isOpen ? VerdictStatus.AtRisk : VerdictStatus.OffTrack, !credit.IsTried ? "none" : credit.Earned > 0 ? "part" : "failed");

        Reason Of(VerdictStatus status, string phrase) => new(part.Indicator, status, ["completed." + phrase], values);
    }

    private static bool Is(MilestonePart part, string? code) => code is not null && part.Courses.Any(course =>
        string.Equals(course, code.Trim(), StringComparison.OrdinalIgnoreCase)
        || (course.Length == ScedLength && CoreSubjects.IsSced(course) && CoreSubjects.IsSced(code) && code.StartsWith(course, StringComparison.Ordinal)));

    private static bool IsAfter(string? grade, string byGrade) =>
        GradeLevels.TryNumber(grade, out var number) && GradeLevels.TryNumber(byGrade, out var by) && number > by;
}
