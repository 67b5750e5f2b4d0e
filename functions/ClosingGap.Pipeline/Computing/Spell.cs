namespace ClosingGap.Pipeline.Computing;

/// <summary>A row of a roster or of its history: a student is somewhere for some days.</summary>
/// <param name="Id">The row's sourcedId.</param>
/// <param name="Value">Where, and what else the row says.</param>
/// <param name="Begin">Its first day, or null.</param>
/// <param name="End">The first day no longer there, or null.</param>
/// <param name="VanishedOn">The day on which it vanished; null: the roster holds it.</param>
/// <param name="ReturnedOn">The day on which it came back, or was first seen; or null.</param>
internal sealed record Spell<T>(string Id, T Value, DateOnly? Begin, DateOnly? End, DateOnly? VanishedOn, DateOnly? ReturnedOn);
