namespace ClosingGap.Domain.Gaps;

/// <summary>The performance level that a student reached last in a subject.</summary>
/// <param name="Subject">The subject, as the export calls it.</param>
/// <param name="Level">The level, from 0, the lowest.</param>
/// <param name="Levels">How many levels there are.</param>
public readonly record struct TestLevel(string Subject, int Level, int Levels);
