namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>What a reader of one measure does not know in one line.</summary>
/// <param name="Unknown">Cells he does not know, the total among them.</param>
/// <param name="Students">The students of those that are parts, less one of each that is known not to be empty.</param>
/// <param name="IsTotalUnknown">Whether the total is among them.</param>
internal readonly record struct LineState(int Unknown, long Students, bool IsTotalUnknown)
{
    /// <summary>False when subtraction gives a cell away, or the unknown parts are together so few that all of them are small.</summary>
    public bool IsSafe(int minimumStudents) => Unknown == 0 || (Unknown > 1 && (IsTotalUnknown || Students >= minimumStudents));
}
