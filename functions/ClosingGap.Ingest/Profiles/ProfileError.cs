namespace ClosingGap.Ingest.Profiles;

/// <summary>One thing that is wrong with a profile or a definition.</summary>
/// <param name="Line">The line in the YAML text, from 1; 0 when the text as a whole is meant.</param>
/// <param name="Path">Where, e.g. <c>tables.orgs.sources[0].columns.type</c>.</param>
/// <param name="Code">The rule's stable code, e.g. <c>profile.unknown_key</c>.</param>
/// <param name="Text">What is wrong and what to write instead.</param>
public sealed record ProfileError(int Line, string Path, string Code, string Text);
