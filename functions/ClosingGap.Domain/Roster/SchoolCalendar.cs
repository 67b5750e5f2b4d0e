namespace ClosingGap.Domain.Roster;

/// <summary>The instructional days of one school in one school year, ascending and distinct.</summary>
public sealed class SchoolCalendar
{
    private readonly DateOnly[] _days;

    /// <summary>Makes a calendar of those days, in any order.</summary>
    public SchoolCalendar(IEnumerable<DateOnly> instructionalDays)
    {
        ArgumentNullException.ThrowIfNull(instructionalDays);
        _days = [.. new SortedSet<DateOnly>(instructionalDays)];
    }

    /// <summary>A calendar without days.</summary>
    public static SchoolCalendar Empty { get; } = new([]);

    /// <summary>The days, ascending.</summary>
    public ReadOnlySpan<DateOnly> Days => _days;

    public int Count => _days.Length;

    /// <summary>First instructional day, or null for an empty calendar.</summary>
    public DateOnly? First => _days.Length == 0 ? null : _days[0];

    /// <summary>Last instructional day, or null for an empty calendar.</summary>
    public DateOnly? Last => _days.Length == 0 ? null : _days[^1];

    /// <summary>The instructional days from one day to another, both included; none when they are reversed.</summary>
    public ReadOnlySpan<DateOnly> Within(DateOnly from, DateOnly through)
    {
        var before = CountThrough(from.AddDays(-1));
        return _days.AsSpan(before, Math.Max(0, CountThrough(through) - before));
    }

    /// <summary>How many instructional days lie on or before that day.</summary>
    public int CountThrough(DateOnly day)
    {
        var index = Array.BinarySearch(_days, day);
        return index >= 0 ? index + 1 : ~index;
    }
}
