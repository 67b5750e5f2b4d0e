namespace ClosingGap.Cli.Service;

/// <summary>A district's registration.</summary>
internal sealed record DistrictBody
{
    public string? District { get; init; }

    public required string Name { get; init; }

    public string? NcesId { get; init; }

    public required string TimeZone { get; init; }

    public int? SchoolYear { get; init; }

    public IReadOnlyList<SourceBody> Sources { get; init; } = [];

    public IReadOnlyList<string>? Tenants { get; init; }

    public int? ProfileVersion { get; init; }
}
