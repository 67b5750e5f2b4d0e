namespace ClosingGap.Domain.Gaps;

/// <summary>What became of a gap, said only where the interval of its change leaves out 0.</summary>
public enum GapTrendWord
{
    /// <summary>The interval of the change covers 0; or the other group is ahead now, and neither difference is clear.</summary>
    NoClearChange = 0,

    /// <summary>It became smaller; or it was clear, and the group behind passed the other, but not clearly.</summary>
    Closing = 1,

    /// <summary>It became larger.</summary>
    Widening = 2,

    /// <summary>It became smaller because the group ahead fell, and not because the group behind rose: no success.</summary>
    ClosedByDecline = 3,

    /// <summary>The group that was clearly behind is clearly ahead now.</summary>
    Reversed = 4,
}
