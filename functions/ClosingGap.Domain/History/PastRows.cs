using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.History;

/// <summary>Names the rows of a student that bear on the months up to a day.</summary>
internal static class PastRows
{
    public static string NameOf(LearningRecord record, SchoolYearContext month, string shared)
    {
        var through = month.AsOf;
        var hash = new RowHash();
        hash.Add(shared);
        hash.Add(record.GradeLevel);
        foreach (var membership in record.Memberships.Where(membership => membership.EntryDate <= through))
        {
            var exit = membership.ExitWithdrawDate is { } day && day <= through ? day.DayNumber : -1;
            hash.Add(membership.SchoolSourcedId, 1, membership.EntryDate.DayNumber, exit, membership.CohortYear ?? -1);
            hash.Add(membership.GraduationPlanType, 2);
        }

        foreach (ref readonly var section in record.Sections.AsSpan())
        {
            if (!(section.Begin > through))
            {
                hash.Add(section.ClassSourcedId, 3, section.Begin?.DayNumber ?? -1, section.End is { } end && end <= through ? end.DayNumber : -1);
            }
        }

        foreach (ref readonly var mark in record.Attendance.AsSpan())
        {
            if (mark.Date <= through)
            {
                hash.Add(mark.ClassSourcedId, 4, mark.Date.DayNumber, (int)mark.Category, mark.DurationHundredths ?? -1);
                hash.Add(mark.SchoolSourcedId, 5, mark.Date.DayNumber);
            }
        }

        foreach (ref readonly var grade in record.Grades.AsSpan())
        {
            if (!month.Sessions.TryGetValue(grade.AcademicSessionSourcedId, out var session) || session.Begin > through || !month.Knows(session, grade.AsOfDate))
            {
                continue;
            }

            hash.Add(grade.ClassSourcedId, 6, (int)grade.Type, grade.NumericHundredths ?? -1, grade.AsOfDate?.DayNumber ?? -1);
            hash.Add(grade.AcademicSessionSourcedId + "|" + grade.Letter, 7);
        }

        foreach (ref readonly var mark in record.Discipline.AsSpan())
        {
            if (mark.Date <= through)
            {
                hash.Add(mark.IncidentSourcedId, 8, mark.Date.DayNumber, (int)mark.Kind, mark.DaysHundredths ?? -1);
            }
        }

        foreach (ref readonly var attempt in record.Attempts.AsSpan())
        {
            if (!month.Knows(attempt))
            {
                continue;
            }

            hash.Add(attempt.FinalLetter, 9, attempt.SchoolYear ?? -1, (int)attempt.Result, attempt.AttemptedHundredths, attempt.EarnedHundredths, attempt.FinalNumericHundredths ?? -1);
        }

        foreach (ref readonly var result in record.Assessments.AsSpan())
        {
            if (!(result.Date > through))
            {
                hash.Add(result.AssessmentIdentifier, 10, result.Date?.DayNumber ?? -1, result.ScoreHundredths ?? -1, result.LevelMet switch { null => -1, true => 1, _ => 0 });
            }
        }

        return hash.ToString();
    }
}
