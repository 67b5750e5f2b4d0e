namespace ClosingGap.Pipeline;

/// <summary>The limits of the pipeline; section <c>ClosingGap:Pipeline</c> of the configuration.</summary>
public sealed class PipelineOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "ClosingGap:Pipeline";

    /// <summary>How much uncompressed CSV one shard of students takes.</summary>
    /// <value>Bytes; default 16 MiB; 64 KiB to 1 GiB.</value>
    public long ShardTargetBytes { get; set; } = 16L << 20;

    /// <summary>How many students stand on one page of a caseload.</summary>
    /// <value>Students; default 100; 10 to 200. A page stays under 100 KB.</value>
    public int CaseloadPageSize { get; set; } = 100;

    /// <summary>How many documents go to the store in one call.</summary>
    /// <value>Documents; default 200; 1 to 1,000.</value>
    public int DocumentBatchSize { get; set; } = 200;

    /// <summary>After how long a held drop that nobody decided is discarded.</summary>
    /// <value>Default 14 days; 1 hour to 365 days.</value>
    public TimeSpan HoldTimeout { get; set; } = TimeSpan.FromDays(14);

    /// <summary>When a drop waits for a person's decision.</summary>
    public HoldOptions Holds { get; set; } = new();

    /// <summary>How far behind the newest blob that was seen the sweep still looks for unannounced drops.</summary>
    /// <value>Default 2 days; 1 hour to 30 days.</value>
    public TimeSpan SweepLookBack { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How old an open drop is before the sweep wonders whether its orchestration lives.</summary>
    /// <value>Default 20 seconds; 1 second to 1 hour.</value>
    public TimeSpan SweepGrace { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>For how many school years before that of a drop the snapshot keeps enrollments that ended.</summary>
    /// <value>School years; default 1; 0 to 10.</value>
    public int EnrollmentHistoryYears { get; set; } = 1;

    /// <summary>Memory for the ids by which references and duplicates of a drop are found; above it they go to a file in <see cref="TemporaryFolder"/>.</summary>
    /// <value>Bytes; default 512 MiB; 1 MiB to 64 GiB.</value>
    public long ReferenceMemoryBytes { get; set; } = 512L << 20;

    /// <summary>Where a run keeps files while it works.</summary>
    /// <value>A folder; default the system's.</value>
    public string TemporaryFolder { get; set; } = Path.Combine(Path.GetTempPath(), "closinggap");
}
