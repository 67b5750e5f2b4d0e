namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>What a file of an unknown export was taken for.</summary>
/// <param name="File">Its name.</param>
/// <param name="Rows">The rows read of it.</param>
/// <param name="Table">The canonical table, or null when none fits.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Note">Why it is not used, or null.</param>
public sealed record DraftFile(string File, long Rows, string? Table, Confidence Confidence, string? Note);
