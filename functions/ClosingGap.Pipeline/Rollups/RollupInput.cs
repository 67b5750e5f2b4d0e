namespace ClosingGap.Pipeline.Rollups;

/// <summary>What a rollup takes of a district: a reference, fixed by the first look.</summary>
/// <param name="Ordinal">The district's place in the order of ids, from 0.</param>
/// <param name="District">The district.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">How it takes part.</param>
public sealed record RollupInput(int Ordinal, string District, string Name, DistrictStatus Status)
{
    /// <summary>The published version; null when there is none.</summary>
    public long? Version { get; init; }

    /// <summary>The as-of date of its figures.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>When that version was published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The school year of its data (the ending year).</summary>
    public int? SchoolYear { get; init; }

    /// <summary>Students that it contributes.</summary>
    public long Students { get; init; }

    /// <summary>True when it gives state ids, so that its students of two districts are found.</summary>
    public bool IsDeduplicated { get; init; }

    /// <summary>Students without a state id where it gives them.</summary>
    public long WithoutStateId { get; init; }

    /// <summary>The measures that it counts.</summary>
    public IReadOnlyList<Contributing.ContributionMeasure> Measures { get; init; } = [];

    /// <summary>True when it means by a measure what the state means.</summary>
    public bool Has(Contributing.ContributionMeasure measure) => Measures.Any(given => DistrictTally.IsSame(given, measure));

    /// <summary>True when its students are counted.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsCounted => Status is DistrictStatus.Current or DistrictStatus.Late or DistrictStatus.Failed;
}
