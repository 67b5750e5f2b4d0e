namespace ClosingGap.Domain.Milestones;

/// <summary>Which of several statuses decides. Where one condition lacks data the whole is unknown, unless another is at risk or off track already.</summary>
internal static class Gravity
{
    /// <summary>Among systems that measure the same: what one does not know another may.</summary>
    public static int Of(VerdictStatus status) => status switch
    {
        VerdictStatus.OffTrack => 3,
        VerdictStatus.AtRisk => 2,
        VerdictStatus.NotEnoughData => 0,
        _ => 1,
    };

    /// <summary>Among conditions that must all hold: an unknown one outweighs one that holds.</summary>
    public static int OfCondition(VerdictStatus status) => status switch
    {
        VerdictStatus.OffTrack => 3,
        VerdictStatus.AtRisk => 2,
        VerdictStatus.NotEnoughData => 1,
        VerdictStatus.OnTrack => 0,
        VerdictStatus.Met => -1,
        _ => -2,
    };
}
