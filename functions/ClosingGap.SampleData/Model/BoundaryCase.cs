namespace ClosingGap.SampleData;

/// <summary>Students who sit exactly on a rule's edge; present in every sample of 200 students and more.</summary>
internal enum BoundaryCase
{
    None,

    /// <summary>Half a day absent on every fifth membership day; of the five, with entries on days 0 to 4, one is at exactly 10 % on any as-of date.</summary>
    TenPercentActive,

    /// <summary>50 days, 5 absent.</summary>
    TenPercentLeaver,

    /// <summary>50 days, 4.5 absent.</summary>
    BelowTenPercentLeaver,

    /// <summary>10 days, 1 absent: the fewest days that count, and exactly 10 %.</summary>
    MinimumDaysTenPercent,

    /// <summary>10 days, none absent.</summary>
    MinimumDaysNoAbsence,

    /// <summary>9 days, 3 absent: too few to judge.</summary>
    BelowMinimumDays,

    /// <summary>50 days, 2.5 absent.</summary>
    FivePercentLeaver,

    /// <summary>Enrolled and withdrawn on the same day: no membership day.</summary>
    NoShow,
}
