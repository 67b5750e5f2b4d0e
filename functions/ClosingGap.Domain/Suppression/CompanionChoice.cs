namespace ClosingGap.Domain.Suppression;

/// <summary>Which cell of a line is suppressed along with another one.</summary>
public enum CompanionChoice
{
    /// <summary>A small cell whose other lines hold suppressed cells already, so that little else has to follow; no total where possible.</summary>
    LeastLoss,

    /// <summary>The next smallest, and always one that is large enough itself, even where two small cells hide each other (NYSED).</summary>
    NextSmallest,
}
