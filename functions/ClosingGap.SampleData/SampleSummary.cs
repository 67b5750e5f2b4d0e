namespace ClosingGap.SampleData;

/// <summary>What was written, and the totals that truth.json gives in full.</summary>
public sealed record SampleSummary
{
    /// <summary>The last day the data know of. Declare it with the drop: the calendar itself reaches to the end of the year.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Students with any school enrollment begun by <see cref="AsOf"/>.</summary>
    public required int StudentsTotal { get; init; }

    /// <summary>Students enrolled on <see cref="AsOf"/>.</summary>
    public required int StudentsActive { get; init; }

    /// <summary>Full path of the SIS package.</summary>
    public required string SisZip { get; init; }

    /// <summary>Full path of the LMS folder.</summary>
    public required string LmsDirectory { get; init; }

    /// <summary>Full path of truth.json.</summary>
    public required string Truth { get; init; }

    /// <summary>Full path of truth-students.jsonl.</summary>
    public required string TruthStudents { get; init; }

    /// <summary>Data rows (without headers) of each file of the package, and of the LMS tree by kind, as <c>lms/users</c>.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }
}
