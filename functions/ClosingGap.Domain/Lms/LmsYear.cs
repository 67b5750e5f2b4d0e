using System.Collections.Frozen;

namespace ClosingGap.Domain.Lms;

/// <summary>
/// What holds for all students of one LMS source: a school year and an as-of date of its own, which may be others than the roster's.
/// Made once, safe to share between threads.
/// </summary>
public sealed record LmsYear
{
    /// <summary>The source, e.g. <c>lms</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The year in which the school year of its data ends.</summary>
    public required int SchoolYear { get; init; }

    /// <summary>First day of that school year.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The day as of which its facts hold.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The tables that hold rows. One without any says nothing of anyone.</summary>
    public LmsTables Tables { get; init; } = LmsTables.All;

    /// <summary>Section id → section.</summary>
    public IReadOnlyDictionary<string, LmsSection> Sections { get; init; } = FrozenDictionary<string, LmsSection>.Empty;

    /// <summary>The work due in the window.</summary>
    public LmsCoursework Coursework { get; init; } = LmsCoursework.Empty;

    /// <summary>Last day of the window: the as-of date, within the school year.</summary>
    public DateOnly To => AsOf < LastDay ? AsOf : LastDay;

    /// <summary>Whether the school year is over on the as-of date.</summary>
    public bool IsOver => AsOf >= LastDay;

    /// <summary>Whether all those tables hold rows.</summary>
    public bool Holds(LmsTables tables) => (Tables & tables) == tables;

    /// <summary>Whether a time lies in the window: from the first day's begin to the last day's end.</summary>
    public bool Includes(DateTime time) => DateOnly.FromDateTime(time) is var day && FirstDay <= day && day <= To;
}
