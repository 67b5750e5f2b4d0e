namespace ClosingGap.Domain.Roster;

/// <summary>One attendance row of one student.</summary>
/// <param name="SchoolSourcedId">The school, or null when the row names none: it then speaks for every school of the student that day.</param>
/// <param name="ClassSourcedId">The class of a section row; null for a daily row.</param>
/// <param name="Date">The day.</param>
/// <param name="Category">What was recorded.</param>
/// <param name="DurationHundredths">Hundredths of a school day missed (50 = half a day); null when not given, which counts as the whole day.</param>
public readonly record struct AttendanceMark(
    string? SchoolSourcedId,
    string? ClassSourcedId,
    DateOnly Date,
    AttendanceCategory Category,
    int? DurationHundredths = null);
