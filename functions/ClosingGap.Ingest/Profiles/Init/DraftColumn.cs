using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>One column of a draft.</summary>
/// <param name="Name">The canonical column.</param>
/// <param name="Value">Where it comes from.</param>
/// <param name="Note">What to check, or null.</param>
/// <param name="Unmapped">Codes for which no word is known, with their rows.</param>
internal sealed record DraftColumn(string Name, ValueMapping Value, string? Note, IReadOnlyList<KeyValuePair<string, long>> Unmapped);
