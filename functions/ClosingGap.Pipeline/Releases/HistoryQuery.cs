namespace ClosingGap.Pipeline.Releases;

/// <summary>Whose history of a measure is asked for.</summary>
/// <param name="District">The district; null: the state.</param>
/// <param name="School">The school in that district; null: the district itself.</param>
/// <param name="Dimension">The groups of one dimension alone, with all students; null: all groups.</param>
/// <param name="Releases">How many releases, the newest last; 2 to 60.</param>
public sealed record HistoryQuery(string? District, string? School, string? Dimension, int Releases);
