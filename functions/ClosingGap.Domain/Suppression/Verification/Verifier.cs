namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// Proves that a reader of one published measure cannot come near its cells, by showing other tables that he cannot rule out. What it does not prove counts as
/// open, although it may be protected; what it proves is so against any reader.
/// </summary>
internal sealed class Verifier(LineIndex lines, AttackSystem system, SuppressionRules rules, CycleSearch cycles)
{
    /// <summary>A program is worth being asked of others than the cell it was made for: making it takes far longer than asking.</summary>
    private const int CellsOfAProgram = 32;

    private static readonly (int Outcomes, int NonOutcomes)[] s_aims = [(1, 1), (1, 0), (0, 1)];

    private readonly int[] _sizes = [Math.Min(28, rules.NeighbourhoodCells), Math.Min(84, rules.NeighbourhoodCells), rules.NeighbourhoodCells];
    private readonly DenseRows _rows = new();
    private readonly List<Move[]> _found = [];
    private List<Move[]> _seen = [];

    public WitnessRecord Record { get; private set; } = new(lines.CellCount);

    /// <summary>Checks again all that was seen: bounds were narrowed, or cells fixed, since.</summary>
    public void Recheck()
    {
        Record = new WitnessRecord(lines.CellCount);
        var seen = _seen;
        _seen = [];
        foreach (var moves in seen)
        {
            Credit(moves);
        }
    }

    /// <summary>True when the cell needs no protection, or has what is promised.</summary>
    public bool IsProven(int cell) => MissingStudents(cell) <= 0 && MissingOutcomes(cell) <= 0 && MissingNonOutcomes(cell) <= 0;

    /// <summary>Seeks tables along cycles only, which is fast.</summary>
    public void ProveFast(int cell)
    {
        if (!IsProven(cell))
        {
            _found.Clear();
            ProveByCycles(cell);
        }
    }

    /// <summary>Seeks tables until the cell has what is promised.</summary>
    public bool Prove(int cell)
    {
        if (IsProven(cell))
        {
            return true;
        }

        _found.Clear();
        return ProveByCycles(cell) || ProveByPrograms(cell, _sizes) || ProveBySums(cell);
    }

    /// <summary>
    /// Seeks once more, in the largest neighbourhood, when nothing else is left than to withhold the cell: that of an organisation with hardly anybody may need much
    /// of the state beside it.
    /// </summary>
    public bool ProveAtLast(int cell)
    {
        if (IsProven(cell))
        {
            return true;
        }

        _found.Clear();
        return ProveByPrograms(cell, [rules.LastNeighbourhoodCells]) || ProveBySums(cell);
    }

    /// <summary>Seeks tables until the outcomes of a cell that tells its students span as much as wanted.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="width">The span.</param>
    /// <param name="withPrograms">Whether to go on where cycles do not lead there.</param>
    public bool Widen(int cell, long width, bool withPrograms)
    {
        const FlowMode mode = FlowMode.Exchange;
        if (Record.OutcomeSpan(cell) >= width || system.Up(mode, cell) + system.Down(mode, cell) < width)
        {
            return Record.OutcomeSpan(cell) >= width;
        }

        _found.Clear();
        foreach (var direction in (int[])[1, -1])
        {
            Credit(Push(mode, cell, direction, width));
        }

        return Record.OutcomeSpan(cell) >= width || (withPrograms && ByPrograms(cell, _sizes[..2], program =>
        {
            Credit(program.Furthest(cell, 1, 0, 1, width));
            Credit(program.Furthest(cell, 1, 0, -1, width));
            return Record.OutcomeSpan(cell) >= width;
        }));
    }

    private long MissingStudents(int cell) => system.FreedomOf(cell) == Freedom.All && system.CellOf(cell).Students > 0
        ? rules.MinimumStudents - Record.StudentSpan(cell)
        : 0;

    private long MissingOutcomes(int cell) => system.FreedomOf(cell) switch
    {
        Freedom.All => rules.OutcomeWidth - Record.OutcomeSpan(cell),
        Freedom.Outcomes when system.PromisedWidth(cell) is var width and > 0 => width - Record.OutcomeSpan(cell),
        _ => 0,
    };

    private long MissingNonOutcomes(int cell) => system.FreedomOf(cell) == Freedom.All ? rules.OutcomeWidth - Record.NonOutcomeSpan(cell) : 0;

    private bool ProveByCycles(int cell)
    {
        if (!lines.IsEdge(cell))
        {
            return false;
        }

        if (system.FreedomOf(cell) == Freedom.All)
        {
            foreach (var direction in (int[])[1, -1])
            {
                Credit(Push(FlowMode.Outcomes, cell, direction, Math.Max(MissingStudents(cell), MissingOutcomes(cell))));
                Credit(Push(FlowMode.NonOutcomes, cell, direction, Math.Max(MissingStudents(cell), MissingNonOutcomes(cell))));
            }
        }

        foreach (var direction in (int[])[1, -1])
        {
            Credit(Push(FlowMode.Exchange, cell, direction, Math.Max(MissingOutcomes(cell), MissingNonOutcomes(cell))));
        }

        return IsProven(cell);
    }

    private bool ProveByPrograms(int cell, int[] sizes) => ByPrograms(cell, sizes, program =>
    {
        ProveBy(program, cell);
        var ofTarget = _found.Count;
        foreach (var other in program.Cells.Skip(1).Take(CellsOfAProgram))
        {
            if (!IsProven(other))
            {
                ProveBy(program, other);
            }
        }

        // For sums, only what was found for the cell itself counts.
        _found.RemoveRange(ofTarget, _found.Count - ofTarget);
        return IsProven(cell);
    });

    private void ProveBy(LocalProgram program, int cell)
    {
        foreach (var (outcomes, nonOutcomes) in s_aims)
        {
            foreach (var direction in (int[])[1, -1])
            {
                var missing = outcomes + nonOutcomes == 2 ? MissingStudents(cell) : outcomes == 1 ? MissingOutcomes(cell) : MissingNonOutcomes(cell);
                if (missing > 0)
                {
                    Credit(program.Furthest(cell, outcomes, nonOutcomes, direction, system.Limit));
                }
            }
        }
    }

    /// <summary>Two tables found in different neighbourhoods may add up to a third one that goes further than both.</summary>
    private bool ProveBySums(int cell)
    {
        var found = _found.ToArray();
        for (var i = 0; i < found.Length && !IsProven(cell); i++)
        {
            for (var j = 0; j < i; j++)
            {
                Credit([.. found[i].Concat(found[j])
                    .GroupBy(move => move.Cell)
                    .Select(moves => new Move(moves.Key, moves.Sum(move => move.Outcomes), moves.Sum(move => move.NonOutcomes)))]);
            }
        }

        return IsProven(cell);
    }

    private bool ByPrograms(int cell, int[] sizes, Func<LocalProgram, bool> isDone)
    {
        foreach (var kind in Enum.GetValues<NeighbourhoodKind>())
        {
            var neighbourhood = new Neighbourhood(lines, system, cell, kind);
            foreach (var size in sizes)
            {
                if (!neighbourhood.Grow(size) && size > sizes[0])
                {
                    break;
                }

                if (isDone(new LocalProgram(lines, system, neighbourhood, _rows)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Move[] Push(FlowMode mode, int cell, int direction, long wanted) =>
        wanted <= 0 || !lines.IsEdge(cell) ? [] : cycles.Push(system, mode, cell, direction, wanted);

    private void Credit(Move[] moves)
    {
        if (moves.Length > 0 && system.Holds(moves))
        {
            // A table in which a known cell moved proves something of known cells only.
            var isKnownMoved = moves.Any(move => system.IsKnown[move.Cell]);
            if (Record.Credit(moves, system.AddsUp(moves), isKnownMoved ? moved => system.IsKnown[moved] : static _ => true))
            {
                _seen.Add(moves);
            }

            _found.Add(moves);
        }
    }
}
