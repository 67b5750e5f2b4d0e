namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>An operator bound to the columns of one file.</summary>
/// <param name="origin">The file's columns that it reads, for findings.</param>
internal abstract class BoundValue(string origin)
{
    /// <summary>The file's columns that it reads, joined by a plus sign; blank for a constant.</summary>
    public string Origin { get; } = origin;

    /// <summary>The cell; null when blank, or when the row is out.</summary>
    public abstract string? Evaluate(MappedRow row);
}
