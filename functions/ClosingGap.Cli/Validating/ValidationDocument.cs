namespace ClosingGap.Cli.Validating;

/// <summary>The outcome of a validation as one document.</summary>
internal sealed record ValidationDocument
{
    /// <summary>What was validated.</summary>
    public required string Path { get; init; }

    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>True when no row and no file was refused.</summary>
    public required bool Valid { get; init; }

    /// <summary>Why the package as a whole is refused, or null.</summary>
    public string? FatalCode { get; init; }

    /// <summary>The same in words, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The OneRoster version, or null when none was found or a profile maps another layout.</summary>
    public string? Version { get; init; }

    /// <summary>The set that was asked for, or null for whatever the export holds.</summary>
    public string? Set { get; init; }

    public long RowsRead { get; init; }

    public long RowsRejected { get; init; }

    public long Errors { get; init; }

    public long Warnings { get; init; }

    public IReadOnlyList<int> SchoolYears { get; init; } = [];

    public IReadOnlyList<ValidationFile> Files { get; init; } = [];

    public IReadOnlyList<ValidationRule> Rules { get; init; } = [];
}
