namespace ClosingGap.Pipeline.Rollups;

/// <summary>A withheld cell whose protection could not be shown. For operators only: it names a cell that is small.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="District">The district; null for the state.</param>
/// <param name="School">The school; null for a district or the state.</param>
/// <param name="Group">The group.</param>
public sealed record UnprovenCell(string Measure, string? District, string? School, string Group);
