namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>How a part of a template is written.</summary>
internal enum SentenceForm
{
    /// <summary>Words as they stand.</summary>
    Words = 0,

    /// <summary>A number, day or code.</summary>
    Plain = 1,

    /// <summary>A percentage.</summary>
    Percent = 2,

    /// <summary>A count and its noun.</summary>
    Count = 3,
}
