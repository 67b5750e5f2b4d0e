namespace ClosingGap.Pipeline.Rollups;

/// <summary>What protecting did to the cells of one measure, or of all.</summary>
public sealed record ProtectionSummary
{
    /// <summary>Percents shown as whole numbers.</summary>
    public long Exact { get; init; }

    /// <summary>Percents shown as ranges.</summary>
    public long Ranges { get; init; }

    /// <summary>Percents not shown.</summary>
    public long Suppressed { get; init; }

    /// <summary>Cells in which nobody is judged.</summary>
    public long NotApplicable { get; init; }

    /// <summary>Cells that nobody reported.</summary>
    public long NotReported { get; init; }

    internal ProtectionSummary Plus(ProtectionSummary other) => new()
    {
        Exact = Exact + other.Exact,
        Ranges = Ranges + other.Ranges,
        Suppressed = Suppressed + other.Suppressed,
        NotApplicable = NotApplicable + other.NotApplicable,
        NotReported = NotReported + other.NotReported,
    };
}
