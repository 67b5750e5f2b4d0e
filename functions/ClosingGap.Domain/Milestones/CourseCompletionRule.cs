using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Milestones;

/// <summary>Whether a course has been passed by the end of a grade: passed, being taken, failed so far, or not taken. SCED codes are compared by their first five digits.</summary>
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
        var (passed, failed) = (0, 0);
        foreach (ref readonly var attempt in input.CourseAttempts.AsSpan())
        {
            if (!Is(part, attempt.CourseCode) || IsAfter(attempt.GradeLevel, part.ByGrade!))
            {
                continue;
            }

            passed += attempt.Result == CourseAttemptResult.Pass || (attempt.Result == CourseAttemptResult.NotGiven && attempt.EarnedHundredths > 0) ? 1 : 0;
            failed += attempt.Result == CourseAttemptResult.Fail ? 1 : 0;
        }

        if (passed > 0)
        {
            return new Reason(part.Indicator, VerdictStatus.Met, ["completed.passed"], values);
        }

        var isOpen = !IsAfter(input.GradeLevel, part.ByGrade!) && !(input.Window.Closed && string.Equals(input.GradeLevel, part.ByGrade, StringComparison.Ordinal));
        if (isOpen && input.CourseCodesNow.Any(code => Is(part, code)))
        {
            return new Reason(part.Indicator, VerdictStatus.OnTrack, ["completed.taking"], values);
        }

        // Where the export has codes of its own, a course of another code is not a course that was not taken.
        if (failed == 0 && part.Courses.All(CoreSubjects.IsSced) && input.CourseAttempts.Length > 0 && !input.CourseAttempts.Any(attempt => CoreSubjects.IsSced(attempt.CourseCode)))
        {
            return new Reason(part.Indicator, VerdictStatus.NotEnoughData, ["completed.missing.codes"], values);
        }

        if (failed > 0)
        {
            return new Reason(part.Indicator, isOpen ? VerdictStatus.AtRisk : VerdictStatus.OffTrack, ["completed.failed"], values);
        }

        // Without any transcript nobody can tell whether the course was taken.
        return input.CourseAttempts.Length == 0
            ? new Reason(part.Indicator, VerdictStatus.NotEnoughData, ["completed.missing.rows"], values)
            : new Reason(part.Indicator, isOpen ? VerdictStatus.AtRisk : VerdictStatus.OffTrack, ["completed.none"], values);
    }

    private static bool Is(MilestonePart part, string? code) => code is not null && part.Courses.Any(course =>
        string.Equals(course, code.Trim(), StringComparison.OrdinalIgnoreCase)
        || (course.Length == ScedLength && CoreSubjects.IsSced(course) && CoreSubjects.IsSced(code) && code.StartsWith(course, StringComparison.Ordinal)));

    private static bool IsAfter(string? grade, string byGrade) =>
        GradeLevels.TryNumber(grade, out var number) && GradeLevels.TryNumber(byGrade, out var by) && number > by;
}
