namespace ClosingGap.Functions.Http;

/// <summary>One thing that is wrong with a document that was sent.</summary>
/// <param name="Line">The line, from 1; 0: the document as a whole.</param>
/// <param name="Path">Where in the document.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Text">What is wrong and what to write instead.</param>
public sealed record ProblemError(int Line, string Path, string Code, string Text);
