namespace ClosingGap.Domain.Settings;

/// <summary>The score that students are to reach on a test.</summary>
/// <param name="Assessment">The test's identifier.</param>
/// <param name="ScoreHundredths">The score, in hundredths of its own scale.</param>
/// <param name="By">By when; null: by the last day of the school year.</param>
public sealed record ProgressGoal(string Assessment, int ScoreHundredths, DateOnly? By);
