namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// How far each cell of one measure was seen to differ in other possible tables. Nothing here is an estimate: each number comes from a table that
/// <see cref="AttackSystem.Holds"/> has checked, or from two that do not touch each other.
/// </summary>
internal sealed class WitnessRecord(int cells)
{
    private readonly Span[] _outcomes = new Span[cells];
    private readonly Span[] _nonOutcomes = new Span[cells];
    private readonly Span[] _students = new Span[cells];
    private readonly Span[] _outcomesAlone = new Span[cells];
    private readonly Span[] _nonOutcomesAlone = new Span[cells];

    public long OutcomeSpan(int cell) => _outcomes[cell].Width;

    public long NonOutcomeSpan(int cell) => _nonOutcomes[cell].Width;

    /// <summary>
    /// Tables in which only outcomes move and tables in which only non-outcomes move add up to further ones, where bounds leave a student to each cell.
    /// </summary>
    public long StudentSpan(int cell) =>
        Math.Max(_students[cell].Up, _outcomesAlone[cell].Up + _nonOutcomesAlone[cell].Up)
        + Math.Max(_students[cell].Down, _outcomesAlone[cell].Down + _nonOutcomesAlone[cell].Down);

    /// <summary>Credits a checked table to the cells that moved in it.</summary>
    /// <param name="moves">The checked table.</param>
    /// <param name="addsUp">Whether it may be added to one in which only the other kind moves.</param>
    /// <param name="isCredited">Which cells it may be credited to.</param>
    /// <returns>True when something was seen that was not seen before.</returns>
    public bool Credit(ReadOnlySpan<Move> moves, bool addsUp, Func<int, bool> isCredited)
    {
        var isNew = false;
        var (areOutcomesStill, areNonOutcomesStill) = (addsUp, addsUp);
        foreach (var move in moves)
        {
            areOutcomesStill &= move.Outcomes == 0;
            areNonOutcomesStill &= move.NonOutcomes == 0;
        }

        foreach (var move in moves)
        {
            if (!isCredited(move.Cell))
            {
                continue;
            }

            isNew |= _outcomes[move.Cell].Include(move.Outcomes)
                | _nonOutcomes[move.Cell].Include(move.NonOutcomes)
                | _students[move.Cell].Include(move.Outcomes + move.NonOutcomes)
                | (areNonOutcomesStill && _outcomesAlone[move.Cell].Include(move.Outcomes))
                | (areOutcomesStill && _nonOutcomesAlone[move.Cell].Include(move.NonOutcomes));
        }

        return isNew;
    }

    /// <summary>Kept small, as there is one for each cell, measure and earlier release: beyond 65,535 no more is claimed.</summary>
    private struct Span
    {
        private ushort _up;
        private ushort _down;

        public readonly long Up => _up;

        public readonly long Down => _down;

        public readonly long Width => Up + Down;

        /// <summary>True when it goes further than what was included before.</summary>
        public bool Include(long deviation)
        {
            var (up, down) = (Math.Min(deviation, ushort.MaxValue), Math.Min(-deviation, ushort.MaxValue));
            if (up <= _up && down <= _down)
            {
                return false;
            }

            _up = (ushort)Math.Max(_up, up);
            _down = (ushort)Math.Max(_down, down);
            return true;
        }
    }
}
