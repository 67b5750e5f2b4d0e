using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.Properties;

/// <summary>Attendance across schools, counted day by day as the rule reads, without regard to speed and apart from the product's code.</summary>
internal static class AttendanceRecount
{
    public static (long Absent, long Member) Of(Scenario scenario)
    {
        var (record, context) = (scenario.Student.Learning, scenario.Context);
        long absent = 0, member = 0;
        foreach (var day in context.Calendar.District.Days.ToArray().Where(d => d <= context.AsOf))
        {
            var measured = record.Memberships
                .Where(m => m.EntryDate <= day && (m.ExitWithdrawDate is null || day < m.ExitWithdrawDate))
                .Select(m => m.SchoolSourcedId).Distinct()
                .Where(school => IsMeasured(scenario, school, day)).ToList();
            if (measured.Count > 0)
            {
                member += 2;
                absent += measured.Max(school => HalfDays(scenario, school, day));
            }
        }

        return (absent, member);
    }

    private static IEnumerable<AttendanceMark> Rows(Scenario scenario, string school, DateOnly day) => scenario.Student.Learning.Attendance
        .Where(m => m.Date == day && (m.SchoolSourcedId ?? SchoolOf(scenario, m.ClassSourcedId) ?? school) == school);

    private static string? SchoolOf(Scenario scenario, string? section) =>
        section is null ? null : scenario.Context.Classes.GetValueOrDefault(section)?.SchoolSourcedId;

    private static bool IsMeasured(Scenario scenario, string school, DateOnly day) =>
        scenario.Context.AttendanceCapture == AttendanceCapture.Positive ? Rows(scenario, school, day).Any()
        : scenario.Settings.Attendance.MeasuredThrough == MeasuredThrough.AsOf || day <= scenario.Context.LastSubmitted[school];

    private static int HalfDays(Scenario scenario, string school, DateOnly day)
    {
        var settings = scenario.Settings.Attendance;
        var rows = Rows(scenario, school, day).ToList();
        bool IsAbsent(AttendanceMark m) => m.Category is AttendanceCategory.ExcusedAbsence or AttendanceCategory.UnexcusedAbsence;
        if (rows.Any(m => m.ClassSourcedId is null))
        {
            return rows.Where(m => m.ClassSourcedId is null)
                .Max(m => !IsAbsent(m) ? 0 : m.DurationHundredths is null or >= 100 ? 2 : m.DurationHundredths >= 50 ? 1 : 0);
        }

        var absentIn = rows.Where(IsAbsent).Select(m => m.ClassSourcedId!).Distinct().ToList();
        switch (settings.DayRule)
        {
            case DayRule.AnySection:
                return absentIn.Count > 0 ? 2 : 0;
            case DayRule.Homeroom:
                return absentIn.Any(c => scenario.Context.Classes.GetValueOrDefault(c)?.IsHomeroom == true) ? 2 : 0;
            default:
                var enrolled = scenario.Student.Learning.Sections
                    .Where(s => (s.Begin is null || s.Begin <= day) && (s.End is null || day < s.End) && (SchoolOf(scenario, s.ClassSourcedId) ?? school) == school)
                    .Select(s => s.ClassSourcedId).Distinct().Count();
                return absentIn.Count > 0 && absentIn.Count * settings.ShareDenominator >= settings.ShareNumerator * Math.Max(enrolled, absentIn.Count) ? 2 : 0;
        }
    }
}
