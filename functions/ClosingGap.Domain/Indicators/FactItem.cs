namespace ClosingGap.Domain.Indicators;

/// <summary>One thing behind a fact, as staff would look it up. It names no person.</summary>
/// <param name="Date">Its day: of work, when it was due.</param>
/// <param name="ClassSourcedId">The class of the roster, or null.</param>
/// <param name="Section">The section's title where it is no class of the roster, or null.</param>
/// <param name="Title">The title of the assignment, or of the class that is failed; or null.</param>
/// <param name="Number">Late work: whole days late. A score or a mark: hundredths.</param>
/// <param name="Letter">The letter of a score or a mark, or null.</param>
public sealed record FactItem(
    DateOnly? Date = null,
    string? ClassSourcedId = null,
    string? Section = null,
    string? Title = null,
    long? Number = null,
    string? Letter = null)
{
    /// <summary>How many a fact has at most.</summary>
    public const int Most = 10;

    /// <summary>How many characters of a title or letter are kept.</summary>
    public const int MostCharacters = 60;

    /// <summary>Tells nothing: items end up in logs, and hold a student's grades.</summary>
    public override string ToString() => nameof(FactItem);

    /// <summary>The begin of a text, never half a character of two.</summary>
    internal static string? Cut(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length <= MostCharacters)
        {
            return string.IsNullOrEmpty(trimmed) ? null : trimmed;
        }

        return trimmed[..(char.IsHighSurrogate(trimmed[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
    }
}
