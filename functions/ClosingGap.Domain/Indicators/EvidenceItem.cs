namespace ClosingGap.Domain.Indicators;

/// <summary>A named number or date behind a fact. Never the text of a cell.</summary>
/// <param name="Name">Camel case, fixed by the indicator.</param>
/// <param name="Number">The number, or null.</param>
/// <param name="Date">The date, or null.</param>
public readonly record struct EvidenceItem(string Name, long? Number, DateOnly? Date = null);
