using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// Days absent in a row up to the last day measured. A day counts when at least half of it was missed; days without membership, and days
/// that were not measured, neither end a streak nor lengthen it. A day is unexcused when any absence of it is.
/// </summary>
public static class AbsenceStreakIndicator
{
    public const string CurrentFrom = "currentFrom";
    public const string LongestDays = "longestDays";
    public const string LongestFrom = "longestFrom";
    public const string LongestUnexcusedDays = "longestUnexcusedDays";
    public const string LongestUnexcusedFrom = "longestUnexcusedFrom";

    /// <summary>Measures one student by the states of the days of the school year across schools.</summary>
    internal static Fact Measure(ReadOnlySpan<byte> states, Fact attendance, LearningRecord record, SchoolYearContext context, AttendanceSettings settings)
    {
        var any = new Streak();
        var unexcused = new Streak();

        var isUnexcused = default(bool[]);
        for (var day = NextAbsence(states, 0); day < states.Length; day++)
        {
            if (states[day] is DayStates.NoMember or DayStates.Unmeasured)
            {
                continue;
            }

            var isAbsent = states[day] > DayStates.Present;
            any.Add(day, isAbsent);
            unexcused.Add(day, isAbsent && (isUnexcused ??= Unexcused(states.Length, record, context, settings))[day]);

            // Where no streak runs, days of presence begin none.
            day = isAbsent ? day : NextAbsence(states, day) - 1;
        }

        return new Fact(
            IndicatorIds.AbsenceStreak, null, any.Length, 0, FactUnit.Days, attendance.From, attendance.To, attendance.AsOf, attendance.Missing,
            [
                new(CurrentFrom, null, Date(any.Length, any.From)),
                new(LongestDays, any.Longest), new(LongestFrom, null, Date(any.Longest, any.LongestFrom)),
                new(LongestUnexcusedDays, unexcused.Longest), new(LongestUnexcusedFrom, null, Date(unexcused.Longest, unexcused.LongestFrom)),
            ]);

        DateOnly? Date(int length, int day) => length == 0 ? null : context.FirstDay.AddDays(day);
    }

    /// <summary>The next day absent, from that day on; the length when there is none.</summary>
    private static int NextAbsence(ReadOnlySpan<byte> states, int from) =>
        states[from..].IndexOfAnyInRange((byte)(DayStates.Present + 1), byte.MaxValue) is >= 0 and var next ? from + next : states.Length;

    private static bool[] Unexcused(int length, LearningRecord record, SchoolYearContext context, AttendanceSettings settings)
    {
        var days = new bool[length];
        if (settings.AbsentCategories.Contains(AttendanceCategory.UnexcusedAbsence))
        {
            foreach (ref readonly var mark in record.Attendance.AsSpan())
            {
                var day = mark.Date.DayNumber - context.FirstDay.DayNumber;
                if (mark.Category == AttendanceCategory.UnexcusedAbsence && (uint)day < (uint)length)
                {
                    days[day] = true;
                }
            }
        }

        return days;
    }

    /// <summary>The streak that runs and the longest so far; of equally long ones the first.</summary>
    private struct Streak
    {
        public int Length { get; private set; }

        public int From { get; private set; }

        public int Longest { get; private set; }

        public int LongestFrom { get; private set; }

        public void Add(int day, bool belongs)
        {
            (Length, From) = !belongs ? (0, 0) : Length == 0 ? (1, day) : (Length + 1, From);
            if (Length > Longest)
            {
                (Longest, LongestFrom) = (Length, From);
            }
        }
    }
}
