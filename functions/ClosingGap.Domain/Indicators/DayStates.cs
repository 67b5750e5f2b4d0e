using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>What a student's attendance rows say of each day of the school year at one school. Days are counted from the year's first.</summary>
internal ref struct DayStates
{
    public const byte NoMember = 0;
    public const byte Unmeasured = 1;

    /// <summary>Present all day; one more is half a day absent, two more a whole day.</summary>
    public const byte Present = 2;

    private const byte NoRow = 0;
    private const byte RowPresent = 1;
    private const int WholeDay = 100;
    private const int HalfDay = 50;

    private readonly LearningRecord _record;
    private readonly SchoolYearContext _context;
    private readonly AttendanceSettings _settings;
    private readonly int _absentMask;

    // 0: no row; 1 + half days absent otherwise.
    private readonly Span<byte> _daily;
    private readonly Span<byte> _sections;
    private List<(int Day, string Class)>? _absentSections;
    private int _measuredThrough;

    /// <param name="record">The student's rows.</param>
    /// <param name="context">The school year.</param>
    /// <param name="settings">The rules.</param>
    /// <param name="scratch">Two bytes for each day of the school year, whatever they hold.</param>
    public DayStates(LearningRecord record, SchoolYearContext context, AttendanceSettings settings, Span<byte> scratch)
    {
        _record = record;
        _context = context;
        _settings = settings;
        _daily = scratch[..(scratch.Length / 2)];
        _sections = scratch[(scratch.Length / 2)..];
        foreach (var category in settings.AbsentCategories)
        {
            _absentMask |= 1 << (int)category;
        }
    }

    /// <summary>Reads the rows that speak for that school.</summary>
    public void Read(string school)
    {
        _daily.Clear();
        _sections.Clear();
        _absentSections?.Clear();
        _measuredThrough = MeasuredThroughIndex(school);
        var first = _context.FirstDay.DayNumber;
        foreach (ref readonly var mark in _record.Attendance.AsSpan())
        {
            var day = mark.Date.DayNumber - first;
            if ((uint)day < (uint)_daily.Length && SpeaksFor(mark, school))
            {
                ReadMark(mark, day);
            }
        }

        if (_absentSections is { Count: > 0 } absent)
        {
            ApplyShare(school, absent);
        }
    }

    /// <summary>Marks the state of each of these days of membership.</summary>
    /// <param name="days">Days in their order.</param>
    /// <param name="states">The states of the days of the school year.</param>
    public readonly void Mark(ReadOnlySpan<DateOnly> days, Span<byte> states)
    {
        var first = _context.FirstDay.DayNumber;
        if (_context.AttendanceCapture == AttendanceCapture.Positive)
        {
            foreach (var day in days)
            {
                var index = day.DayNumber - first;
                var rows = RowsOf(index);
                states[index] = rows == NoRow ? Unmeasured : (byte)(Present + rows - RowPresent);
            }

            return;
        }

        foreach (var day in days)
        {
            var index = day.DayNumber - first;
            states[index] = index <= _measuredThrough ? Present : Unmeasured;
        }

        // Rows are few: each is laid over the day that it speaks of.
        for (var next = NextRow(0); next < states.Length; next = NextRow(next + 1))
        {
            if (states[next] == Present)
            {
                states[next] = (byte)(Present + RowsOf(next) - RowPresent);
            }
        }
    }

    private readonly byte RowsOf(int day) => _daily[day] != NoRow ? _daily[day] : _sections[day];

    private readonly int NextRow(int from)
    {
        var (daily, sections) = (_daily[from..].IndexOfAnyExcept(NoRow), _sections[from..].IndexOfAnyExcept(NoRow));
        return from + (daily < 0 && sections < 0 ? _daily.Length - from : daily < 0 ? sections : sections < 0 ? daily : Math.Min(daily, sections));
    }

    private void ReadMark(in AttendanceMark mark, int day)
    {
        var absent = (_absentMask >> (int)mark.Category & 1) != 0;
        if (string.IsNullOrEmpty(mark.ClassSourcedId))
        {
            _daily[day] = Math.Max(_daily[day], (byte)(RowPresent + (absent ? HalfDays(mark.DurationHundredths) : 0)));
            return;
        }

        _sections[day] = Math.Max(_sections[day], RowPresent);
        if (!absent)
        {
            return;
        }

        switch (_settings.DayRule)
        {
            case DayRule.AnySection:
                _sections[day] = RowPresent + 2;
                break;
            case DayRule.Homeroom:
                if (_context.Classes.TryGetValue(mark.ClassSourcedId, out var info) && info.IsHomeroom)
                {
                    _sections[day] = RowPresent + 2;
                }

                break;
            default:
                (_absentSections ??= []).Add((day, mark.ClassSourcedId));
                break;
        }
    }

    private readonly void ApplyShare(string school, List<(int Day, string Class)> absences)
    {
        absences.Sort(static (a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Class, b.Class));
        var enrolled = SectionSpans.Of(_record.Sections, school, _context);
        for (var i = 0; i < absences.Count;)
        {
            var day = absences[i].Day;
            var absent = 0;
            string? last = null;
            for (; i < absences.Count && absences[i].Day == day; i++)
            {
                absent += string.Equals(last, absences[i].Class, StringComparison.Ordinal) ? 0 : 1;
                last = absences[i].Class;
            }

            // A row for a class that the roster does not give the student is still a class of that day.
            var classes = Math.Max(absent, SectionSpans.CountOn(enrolled, day));
            if ((long)absent * _settings.ShareDenominator >= (long)_settings.ShareNumerator * classes)
            {
                _sections[day] = RowPresent + 2;
            }
        }
    }

    private readonly bool SpeaksFor(in AttendanceMark mark, string school)
    {
        if (!string.IsNullOrEmpty(mark.SchoolSourcedId))
        {
            return string.Equals(mark.SchoolSourcedId, school, StringComparison.Ordinal);
        }

        return string.IsNullOrEmpty(mark.ClassSourcedId)
            || !_context.Classes.TryGetValue(mark.ClassSourcedId, out var info)
            || info.SchoolSourcedId is null
            || string.Equals(info.SchoolSourcedId, school, StringComparison.Ordinal);
    }

    private readonly int MeasuredThroughIndex(string school)
    {
        var first = _context.FirstDay.DayNumber;
        if (_settings.MeasuredThrough == MeasuredThrough.AsOf)
        {
            return _context.AsOf.DayNumber - first;
        }

        return _context.LastSubmitted.TryGetValue(school, out var last) ? last.DayNumber - first : -1;
    }

    private static int HalfDays(int? durationHundredths) => durationHundredths switch
    {
        null or >= WholeDay => 2,
        >= HalfDay => 1,
        _ => 0,
    };
}
