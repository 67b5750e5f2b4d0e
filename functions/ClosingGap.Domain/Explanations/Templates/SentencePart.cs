namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>A part of a template: words, or the place of a value.</summary>
/// <param name="Text">The words; of a place the name of its value.</param>
/// <param name="Form">How the value is written.</param>
/// <param name="One">The noun behind one.</param>
/// <param name="Other">The noun behind any other count.</param>
internal sealed record SentencePart(string Text, SentenceForm Form, string? One = null, string? Other = null);
