using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>What protecting did, in numbers of cells; a cell is an organisation and group, in all measures of the same students.</summary>
public sealed record ProtectionReport
{
    public int Cells { get; init; }

    /// <summary>Suppressed for what they hold themselves.</summary>
    public int Primary { get; init; }

    /// <summary>Suppressed so that no sum gives another one away.</summary>
    public int Complementary { get; init; }

    /// <summary>Suppressed because the attack succeeded without them.</summary>
    public int Verification { get; init; }

    /// <summary>Withheld with all that hangs together with them.</summary>
    public int Withheld { get; init; }

    /// <summary>Rounds of attack.</summary>
    public int Rounds { get; init; }

    /// <summary>How many components were withheld.</summary>
    public int WithheldComponents { get; init; }

    /// <summary>Cells whose protection could not be shown even so, those of earlier releases that have gone since among them.</summary>
    public int Unproven { get; init; }

    /// <summary>The percents of all measures by how they are shown.</summary>
    public ProtectionSummary Percents { get; init; } = new();

    internal static ProtectionReport Of(SuppressionReport report) => new()
    {
        Cells = report.Cells,
        Primary = report.Primary,
        Complementary = report.Complementary,
        Verification = report.Verification,
        Withheld = report.Withheld,
        Rounds = report.Rounds,
        WithheldComponents = report.WithheldComponents.Count,
        Unproven = report.WithheldComponents.Sum(component => component.Unproven.Count) + report.UnprovenEarlier,
    };

    internal ProtectionReport Plus(ProtectionReport other) => new()
    {
        Cells = Cells + other.Cells,
        Primary = Primary + other.Primary,
        Complementary = Complementary + other.Complementary,
        Verification = Verification + other.Verification,
        Withheld = Withheld + other.Withheld,
        Rounds = Math.Max(Rounds, other.Rounds),
        WithheldComponents = WithheldComponents + other.WithheldComponents,
        Unproven = Unproven + other.Unproven,
    };
}
