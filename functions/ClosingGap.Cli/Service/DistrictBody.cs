namespace ClosingGap.Cli.Service;

/// <summary>A district's registration.</summary>
internal sealed record DistrictBody
{
    public string? District { get; set; }

    public required string Name { get; set; }

    public string? NcesId { get; set; }

    public required string TimeZone { get; set; }

    public int? SchoolYear { get; set; }

    /// <summary>Where receipts are sent; null: as it is; empty: nowhere.</summary>
    public string? Webhook { get; set; }

    public IReadOnlyList<SourceBody> Sources { get; set; } = [];

    public IReadOnlyList<string>? Tenants { get; set; }

    public int? ProfileVersion { get; set; }
}
