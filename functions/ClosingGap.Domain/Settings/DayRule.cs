namespace ClosingGap.Domain.Settings;

/// <summary>How a day is made of section attendance, where no daily row is given.</summary>
public enum DayRule
{
    /// <summary>Absent in any section: absent that day.</summary>
    AnySection = 0,

    /// <summary>Absent in a homeroom: absent that day.</summary>
    Homeroom = 1,

    /// <summary>Absent in at least a share of the sections enrolled that day: absent that day.</summary>
    ShareOfSections = 2,
}
