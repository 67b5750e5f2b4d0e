namespace ClosingGap.Domain.Lms;

/// <summary>A student's grade in a section of the LMS. It has no date: it is of the day of the export.</summary>
/// <param name="SourcedId">Its id in the LMS.</param>
/// <param name="SectionSourcedId">The section.</param>
/// <param name="IsFinal">True for a final grade, false for the current one.</param>
/// <param name="Letter">The letter, or null.</param>
/// <param name="NumericHundredths">The number in hundredths (87.5 = 8750), or null.</param>
public readonly record struct LmsGrade(string SourcedId, string SectionSourcedId, bool IsFinal, string? Letter, int? NumericHundredths);
