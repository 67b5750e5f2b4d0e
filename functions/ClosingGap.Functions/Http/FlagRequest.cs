namespace ClosingGap.Functions.Http;

/// <summary>A flag on a figure, or its end.</summary>
/// <param name="Milestone">The milestone whose figure is held for wrong; for raising.</param>
/// <param name="By">Who says so; kept with the flag.</param>
/// <param name="Note">What is wrong with it; kept with the flag; may be left out.</param>
/// <param name="Resolution">What came of it; for closing.</param>
public sealed record FlagRequest(string? Milestone, string? By, string? Note = null, string? Resolution = null);
