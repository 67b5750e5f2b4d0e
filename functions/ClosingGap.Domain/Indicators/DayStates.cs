using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>What a student's attendance rows say of each day of the school year at one school. Days are counted from the year's first.</summary>
internal sealed class DayStates
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
    private readonly byte[] _daily;
    private readonly byte[] _sections;
    private readonly List<(int Day, string Class)> _absentSections = [];
    private int _measuredThrough;

    public DayStates(LearningRecord record, SchoolYearContext context, AttendanceSettings settings, int length)
    {
        _record = record;
        _context = context;
        _settings = settings;
        _daily = new byte[length];
        _sections = new byte[length];
        foreach (var category in settings.AbsentCategories)
        {
            _absentMask |= 1 << (int)category;
        }
    }

    /// <summary>Reads the rows that speak for that school.</summary>
    public void Read(string school)
    {
        Array.Clear(_daily);
        Array.Clear(_sections);
        _absentSections.Clear();
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

        if (_absentSections.Count > 0)
        {
            ApplyShare(school);
        }
    }

    /// <summary>The state of a membership day.</summary>
    public byte State(int day)
    {
        var measured = _context.AttendanceCapture == AttendanceCapture.Positive
            ? (_daily[day] | _sections[day]) != NoRow
            : day <= _measuredThrough;
        if (!measured)
        {
            return Unmeasured;
        }

        var rows = _daily[day] != NoRow ? _daily[day] : _sections[day];
        return rows == NoRow ? Present : (byte)(Present + rows - RowPresent);
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
                _absentSections.Add((day, mark.ClassSourcedId));
                break;
        }
    }

    private void ApplyShare(string school)
    {
        _absentSections.Sort(static (a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Class, b.Class));
        var enrolled = SectionSpans.Of(_record.Sections, school, _context);
        for (var i = 0; i < _absentSections.Count;)
        {
            var day = _absentSections[i].Day;
            var absent = 0;
            string? last = null;
            for (; i < _absentSections.Count && _absentSections[i].Day == day; i++)
            {
                absent += string.Equals(last, _absentSections[i].Class, StringComparison.Ordinal) ? 0 : 1;
                last = _absentSections[i].Class;
            }

            // A row for a class that the roster does not give the student is still a class of that day.
            var classes = Math.Max(absent, SectionSpans.CountOn(enrolled, day));
            if ((long)absent * _settings.ShareDenominator >= (long)_settings.ShareNumerator * classes)
            {
                _sections[day] = RowPresent + 2;
            }
        }
    }

    private bool SpeaksFor(in AttendanceMark mark, string school)
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

    private int MeasuredThroughIndex(string school)
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
