namespace ClosingGap.Pipeline.Computing;

/// <summary>A student's place in a class.</summary>
/// <param name="Class">The class.</param>
/// <param name="School">The school that the enrollment names, or null.</param>
internal readonly record struct ClassSeat(string Class, string? School);
