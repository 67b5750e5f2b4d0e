namespace ClosingGap.Domain.Roster;

/// <summary>The calendars of a district for one school year. A school without rows of its own follows the district's.</summary>
public sealed class DistrictCalendar
{
    private readonly Dictionary<string, SchoolCalendar> _schools;

    private DistrictCalendar(Dictionary<string, SchoolCalendar> schools, SchoolCalendar district)
    {
        _schools = schools;
        District = district;
    }

    /// <summary>No day is instructional anywhere.</summary>
    public static DistrictCalendar Empty { get; } = new(new(StringComparer.Ordinal), SchoolCalendar.Empty);

    /// <summary>The district's own calendar.</summary>
    public SchoolCalendar District { get; }

    /// <summary>The last instructional day of any calendar, or null.</summary>
    public DateOnly? Last
    {
        get
        {
            var last = District.Last;
            foreach (var calendar in _schools.Values)
            {
                last = last is null || calendar.Last > last ? calendar.Last ?? last : last;
            }

            return last;
        }
    }

    /// <summary>Makes the calendars from rows in any order.</summary>
    /// <param name="rows">Calendar rows; those outside [first, last] are left out.</param>
    /// <param name="districtSourcedId">The district's own id in the rows, or null.</param>
    /// <param name="instructionalEvents">Events that make a day instructional where the row itself does not say (see the attendance settings).</param>
    /// <param name="first">First day of the school year.</param>
    /// <param name="last">Last day of the school year.</param>
    public static DistrictCalendar Create(
        IEnumerable<CalendarDay> rows,
        string? districtSourcedId,
        IReadOnlySet<string> instructionalEvents,
        DateOnly first,
        DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(instructionalEvents);
        var bySchool = new Dictionary<string, List<DateOnly>>(StringComparer.Ordinal);
        var district = new List<DateOnly>();
        foreach (var row in rows)
        {
            var days = district;
            if (!string.IsNullOrEmpty(row.SchoolSourcedId) && !string.Equals(row.SchoolSourcedId, districtSourcedId, StringComparison.Ordinal)
                && !bySchool.TryGetValue(row.SchoolSourcedId, out days))
            {
                // A school whose rows are all holidays still has a calendar of its own: one without instructional days.
                bySchool.Add(row.SchoolSourcedId, days = []);
            }

            if (row.Date >= first && row.Date <= last && (row.IsInstructional ?? instructionalEvents.Contains(row.CalendarEvent)))
            {
                days!.Add(row.Date);
            }
        }

        var schools = new Dictionary<string, SchoolCalendar>(bySchool.Count, StringComparer.Ordinal);
        foreach (var (school, days) in bySchool)
        {
            schools.Add(school, new SchoolCalendar(days));
        }

        return new DistrictCalendar(schools, new SchoolCalendar(district));
    }

    /// <summary>The calendar that a school follows.</summary>
    public SchoolCalendar For(string schoolSourcedId) => _schools.GetValueOrDefault(schoolSourcedId, District);
}
