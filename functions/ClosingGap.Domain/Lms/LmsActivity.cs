namespace ClosingGap.Domain.Lms;

/// <summary>Something a student did in the LMS.</summary>
/// <param name="At">When, on the district's clock.</param>
/// <param name="MinuteHundredths">How long, in hundredths of a minute, or null when that was not recorded.</param>
public readonly record struct LmsActivity(DateTime At, int? MinuteHundredths);
