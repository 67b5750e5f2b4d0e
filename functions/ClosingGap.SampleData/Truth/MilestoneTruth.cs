namespace ClosingGap.SampleData;

/// <summary>Where a student stands with Algebra I by the end of grade 9 and with graduating within four years, from the model and not from the tables.</summary>
internal static class MilestoneTruth
{
    private const string Algebra = "02052";

    /// <summary>A status by its name; null: no transcript row tells.</summary>
    public static string? AlgebraByGradeNine(Student student, SchoolCalendar calendar, IReadOnlyList<TranscriptEntry> transcript)
    {
        if (student.Grade is not (9 or 10))
        {
            return "notApplicable";
        }

        var halves = transcript.Where(entry => entry.Course.Sced == Algebra).ToLookup(entry => entry.Semester, entry => entry.Earned > 0);
        var isOpen = student.Grade == 9 && !calendar.IsYearEnd;
        if (halves.Count == 0)
        {
            return isOpen && student.IsActive(calendar) ? "onTrack" : transcript.Count == 0 ? null : isOpen ? "atRisk" : "offTrack";
        }

        return halves.All(half => half.Any(passed => passed))
            ? isOpen && student.IsActive(calendar) ? "onTrack" : "met"
            : isOpen ? "atRisk" : "offTrack";
    }

    /// <summary>Nobody repeats a grade here, so that the four years of the cohort end with grade 12; and no diploma is recorded before the year is over.</summary>
    public static string GraduationInFourYears(Student student, SchoolCalendar calendar)
    {
        if (!student.IsHighSchool)
        {
            return "notApplicable";
        }

        var last = student.LastKnown(calendar);
        return last.ExitKnown(calendar) && last.ExitType == "Dropout" ? "offTrack"
            : student.Grade == 12 && calendar.IsYearEnd ? "atRisk"
            : "onTrack";
    }
}
