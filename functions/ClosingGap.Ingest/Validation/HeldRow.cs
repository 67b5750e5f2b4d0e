namespace ClosingGap.Ingest.Validation;

/// <summary>A row that waits for the end of its file.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Tally">Its file's counts.</param>
/// <param name="Place">Its very file.</param>
/// <param name="Values">Its values, one for each column of the contract.</param>
/// <param name="PointsAhead">True when it waits for a row that it points to.</param>
internal sealed record HeldRow(long Row, FileTally Tally, string Place, string?[] Values, bool PointsAhead);
