namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>By what a canonical table is recognised in an unknown export, as <c>guesses.json</c> gives it.</summary>
/// <param name="Files">Names that such files have.</param>
/// <param name="Needs">Columns without which it is not this table; of each group one.</param>
/// <param name="Telling">Columns that few other tables have.</param>
/// <param name="Columns">From a canonical column to names that exports give it, the likeliest first.</param>
/// <param name="Constants">What stands in every row where no column says it.</param>
/// <param name="Natural">Columns that together identify a row where no id does.</param>
internal sealed record TableClues(
    IReadOnlyList<string> Files,
    IReadOnlyList<IReadOnlyList<string>> Needs,
    IReadOnlyList<string> Telling,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Columns,
    IReadOnlyDictionary<string, string>? Constants,
    IReadOnlyList<string>? Natural);
