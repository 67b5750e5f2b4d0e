namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>Why a cell is suppressed.</summary>
internal enum SuppressionReason : byte
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>For what it holds itself.</summary>
    Primary,

    /// <summary>So that no line gives another one away.</summary>
    Complementary,

    /// <summary>So that an attack fails that otherwise could not be shown to fail.</summary>
    Verification,

    /// <summary>Together with a cell that could not be shown to be protected.</summary>
    Withheld,

    /// <summary>It is of an earlier release, which suppressed it.</summary>
    Earlier,
}
