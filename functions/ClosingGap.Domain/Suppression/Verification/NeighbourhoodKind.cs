namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>How a neighbourhood begins and grows.</summary>
internal enum NeighbourhoodKind
{
    /// <summary>From the cell alone; around a suppressed cell, suppressed ones come first.</summary>
    Suppressed,

    /// <summary>From all of the cell's shortest line; the way leads through its total and through larger organisations.</summary>
    Line,

    /// <summary>
    /// From all that short lines join to the cell, which is its organisation; then both ways by turns, so that a second organisation takes the counterpart.
    /// </summary>
    Organisation,
}
