namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>A first profile for an unknown export.</summary>
/// <param name="Advice">One sentence: what the export is and what to do next.</param>
/// <param name="Fitting">The profile that fits as it is, e.g. <c>lenient</c>; null: none does, see <paramref name="Yaml"/>.</param>
/// <param name="Yaml">The profile, with its doubts in comments, which <see cref="ProfileReader"/> reads; null when one fits already or nothing was recognised.</param>
/// <param name="Files">What each file was taken for, in order of names.</param>
/// <remarks>The comments name codes that stand in the files: the text is meant for whoever holds the files.</remarks>
public sealed record ProfileDraft(string Advice, string? Fitting, string? Yaml, IReadOnlyList<DraftFile> Files);
