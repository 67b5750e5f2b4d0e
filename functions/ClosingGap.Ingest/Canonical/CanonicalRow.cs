namespace ClosingGap.Ingest.Canonical;

/// <summary>
/// A row on its way to a sink whose cells are not strings yet. It stands for one row until the call that hands it over returns; a sink that
/// needs it longer copies what it needs.
/// </summary>
public abstract class CanonicalRow
{
    /// <summary>The cells as strings of their own; null when blank.</summary>
    public abstract string?[] ToCells();
}
