namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>
/// What a reader of one published measure knows: the lines, and bounds of each cell. Everything is written as a deviation from the true table, which
/// satisfies all of it; so any whole-number deviation within the bounds, under which every line is 0, is another table that the reader cannot rule out.
/// </summary>
internal sealed class AttackSystem
{
    private readonly LineIndex _lines;
    private readonly CountCell[] _cells;
    private readonly Freedom[] _freedom;
    private readonly int[] _up;
    private readonly int[] _down;
    private readonly int[] _promised;
    private readonly bool _isZeroShown;
    private readonly long[] _outcomesOfLines;
    private readonly long[] _nonOutcomesOfLines;

    /// <param name="lines">The identities.</param>
    /// <param name="cells">The true table. Held, not copied: there is one system for each measure and earlier release.</param>
    /// <param name="rules">The rule set: what is promised, and whether a reader knows that a suppressed cell is not empty.</param>
    public AttackSystem(LineIndex lines, CountCell[] cells, SuppressionRules rules)
    {
        (_lines, _cells, _isZeroShown) = (lines, cells, rules.ZeroIsShown);
        Limit = 2L * (rules.MinimumStudents + rules.OutcomeWidth);
        _freedom = new Freedom[lines.CellCount];
        _up = new int[lines.CellCount];
        _down = new int[lines.CellCount];
        _promised = new int[lines.CellCount];
        IsKnown = new bool[lines.CellCount];
        _outcomesOfLines = new long[lines.Count];
        _nonOutcomesOfLines = new long[lines.Count];
        LongLines = new LongLines(lines, this);
    }

    /// <summary>Another number after each change of what a reader knows.</summary>
    public int Version { get; private set; }

    public LongLines LongLines { get; }

    /// <summary>No deviation of a suppressed cell is sought beyond this: twice what is promised of students and of outcomes.</summary>
    public long Limit { get; }

    /// <summary>Suppressed cells that an earlier release told. In attacks on others they are fixed.</summary>
    public bool[] IsKnown { get; }

    public Freedom FreedomOf(int cell) => _freedom[cell];

    /// <summary>Of a range: how far the outcomes must be uncertain. 0 for an exact percent, of which nothing is promised.</summary>
    public long PromisedWidth(int cell) => _promised[cell];

    public CountCell CellOf(int cell) => _cells[cell];

    /// <summary>Takes a cell as published, or as absent when null.</summary>
    /// <param name="width">The width promised for a range.</param>
    /// <param name="isKnown">Whether an earlier release told the cell, which is suppressed now.</param>
    /// <returns>False when less is possible than before, so that tables seen so far prove nothing any more.</returns>
    public bool Set(int cell, PublishedCell? published, int width, bool isKnown)
    {
        Version++;
        var before = (Freedom: _freedom[cell], Up: _up[cell], Down: _down[cell], IsKnown: IsKnown[cell]);
        IsKnown[cell] = isKnown;
        _promised[cell] = 0;
        (_freedom[cell], _up[cell], _down[cell]) = published switch
        {
            null => (Freedom.None, 0, 0),
            { Students.Status: ValueStatus.Suppressed } => (Freedom.All, 0, 0),
            { Students.Status: ValueStatus.Exact } when _cells[cell].Students > 0 => Bounded(cell, published.Percent, width),
            _ => (Freedom.None, 0, 0),
        };
        return (!isKnown || before.IsKnown || before.Freedom == Freedom.None) && before.Freedom <= _freedom[cell]
            && (before.Freedom != _freedom[cell] || (before.Up <= _up[cell] && before.Down <= _down[cell]));
    }

    /// <summary>Takes a cell whose students are known, and by how much its outcomes can be other than they are.</summary>
    /// <returns>False when less is possible than before.</returns>
    public bool Bound(int cell, int up, int down)
    {
        Version++;
        var isWider = up >= _up[cell] && down >= _down[cell];
        (_freedom[cell], _up[cell], _down[cell]) = (Freedom.Outcomes, up, down);
        return isWider;
    }

    public long Up(FlowMode mode, int cell) => _freedom[cell] switch
    {
        Freedom.All => mode == FlowMode.Exchange ? _cells[cell].NonOutcomes : Limit,
        Freedom.Outcomes when mode == FlowMode.Exchange => _up[cell],
        _ => 0,
    };

    /// <summary>
    /// A cell that is not empty keeps a student of the kind it has more of, as a reader may know that it is not empty. So tables in which only outcomes move
    /// and tables in which only non-outcomes move add up.
    /// </summary>
    public long Down(FlowMode mode, int cell) => _freedom[cell] switch
    {
        Freedom.All when mode == FlowMode.Outcomes => _cells[cell].Outcomes - (IsOutcomeKept(cell) ? Least(cell) : 0),
        Freedom.All when mode == FlowMode.NonOutcomes => _cells[cell].NonOutcomes - (IsOutcomeKept(cell) ? 0 : Least(cell)),
        Freedom.All => _cells[cell].Outcomes,
        Freedom.Outcomes when mode == FlowMode.Exchange => _down[cell],
        _ => 0,
    };

    /// <summary>How far the outcomes of a cell can move against its non-outcomes, both ways, within <see cref="Limit"/>.</summary>
    public long Slack(int cell) => Math.Min(Up(FlowMode.Exchange, cell), Limit) + Math.Min(Down(FlowMode.Exchange, cell), Limit);

    /// <summary>Checks another table in whole numbers: every bound, every line. What fails here is never credited.</summary>
    public bool Holds(ReadOnlySpan<Move> moves)
    {
        var holds = true;
        foreach (var move in moves)
        {
            holds &= IsWithinBounds(move);
        }

        return holds && AreLinesKept(moves);
    }

    /// <summary>True when the moves of each line add up to nothing.</summary>
    public bool AreLinesKept(ReadOnlySpan<Move> moves)
    {
        var holds = true;
        foreach (var move in moves)
        {
            Add(move, 1);
        }

        foreach (var move in moves)
        {
            foreach (var line in _lines.LinesOf(move.Cell))
            {
                holds &= _outcomesOfLines[line] == 0 && _nonOutcomesOfLines[line] == 0;
            }
        }

        foreach (var move in moves)
        {
            Add(move, -1);
        }

        return holds;
    }

    /// <summary>True when a checked table may be added to one in which only the other kind moves.</summary>
    public bool AddsUp(ReadOnlySpan<Move> moves)
    {
        foreach (var move in moves)
        {
            if (-move.Outcomes > Down(FlowMode.Outcomes, move.Cell) || -move.NonOutcomes > Down(FlowMode.NonOutcomes, move.Cell))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a reader may know that the cell is not empty, should it be suppressed.</summary>
    public bool KeepsOne(int cell) => _isZeroShown && _cells[cell].Students > 0;

    private int Least(int cell) => KeepsOne(cell) ? 1 : 0;

    private bool IsOutcomeKept(int cell) => _cells[cell].Outcomes >= _cells[cell].NonOutcomes;

    private (Freedom Freedom, int Up, int Down) Bounded(int cell, PublishedValue percent, int width)
    {
        var (up, down) = OutcomeRange.Around(_cells[cell], percent);
        _promised[cell] = percent.Status == ValueStatus.Range ? (int)Math.Min(width, (long)up + down) : 0;
        return (Freedom.Outcomes, up, down);
    }

    private bool IsWithinBounds(Move move) => _freedom[move.Cell] switch
    {
        Freedom.All => _cells[move.Cell].Outcomes + move.Outcomes >= 0 && _cells[move.Cell].NonOutcomes + move.NonOutcomes >= 0
            && _cells[move.Cell].Students + move.Outcomes + move.NonOutcomes >= Least(move.Cell),
        Freedom.Outcomes => move.Outcomes + move.NonOutcomes == 0 && move.Outcomes <= _up[move.Cell] && move.Outcomes >= -_down[move.Cell],
        _ => move is { Outcomes: 0, NonOutcomes: 0 },
    };

    private void Add(Move move, int factor)
    {
        var signs = _lines.SignsOf(move.Cell);
        var lines = _lines.LinesOf(move.Cell);
        for (var i = 0; i < lines.Length; i++)
        {
            _outcomesOfLines[lines[i]] += factor * signs[i] * move.Outcomes;
            _nonOutcomesOfLines[lines[i]] += factor * signs[i] * move.NonOutcomes;
        }
    }
}
