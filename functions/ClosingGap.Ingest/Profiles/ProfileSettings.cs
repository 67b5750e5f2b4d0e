using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Ingest.Profiles;

/// <summary>The <c>settings</c> of a profile. Whatever a profile leaves out has its default.</summary>
public sealed record ProfileSettings
{
    /// <summary>What the attendance file holds; null (<c>auto</c>, the default): found from the data.</summary>
    public AttendanceCapture? Capture { get; init; }

    /// <summary>Where the roster holds the state's id of a student, as <see cref="StateIdSetting"/> reads it; null (the default): nowhere.</summary>
    public string? StateId { get; init; }

    /// <summary>The rules of the verdicts.</summary>
    public VerdictSettings Verdicts { get; init; } = VerdictSettings.Default;

    /// <summary>Which milestones are used, and which the district defines itself.</summary>
    public MilestoneChoice Milestones { get; init; } = MilestoneChoice.None;

    /// <summary>By which groups figures are counted and compared.</summary>
    public GroupSettings Groups { get; init; } = GroupSettings.Default;

    /// <summary>What a drop may remove without a person's decision.</summary>
    public HoldSettings Holds { get; init; } = new();
}
