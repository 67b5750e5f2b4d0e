using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>
/// A reader who narrows bounds line by line until nothing changes: he finds less than there is to find, but on tables of any size. Whatever he finds to be too
/// narrow is a broken promise.
/// </summary>
internal sealed class BoundsAttack
{
    private readonly CountTables _tables;
    private readonly long[,] _least;
    private readonly long[,] _most;

    public BoundsAttack(CountTables tables, PublishedMeasure published)
    {
        _tables = tables;
        (_least, _most) = (new long[3, tables.CellCount], new long[3, tables.CellCount]);
        for (var cell = 0; cell < tables.CellCount; cell++)
        {
            Begin(cell, published.Cells[cell]);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var line in tables.Lines)
            {
                for (var kind = 0; kind < 3; kind++)
                {
                    changed |= Narrow(line, kind);
                }
            }

            for (var cell = 0; cell < tables.CellCount; cell++)
            {
                changed |= Join(cell);
            }
        }
    }

    public long StudentSpan(int cell) => _most[0, cell] - _least[0, cell];

    public long OutcomeSpan(int cell) => _most[1, cell] - _least[1, cell];

    public long NonOutcomeSpan(int cell) => _most[2, cell] - _least[2, cell];

    private void Begin(int cell, PublishedCell published)
    {
        const long Many = 1_000_000_000;
        var students = published.Students;
        (_least[0, cell], _most[0, cell]) = students.Status switch
        {
            ValueStatus.Exact => ((long)students.Value!.Value, (long)students.Value.Value),
            ValueStatus.NotApplicable => (0, 0),
            _ => (0, Many),
        };
        (_least[1, cell], _most[1, cell]) = students.Status == ValueStatus.Exact
            ? OutcomeRange.Of((long)students.Value!.Value, published.Percent)
            : (0, _most[0, cell]);
        (_least[2, cell], _most[2, cell]) = students.Status == ValueStatus.Exact
            ? (_most[0, cell] - _most[1, cell], _most[0, cell] - _least[1, cell])
            : (0, _most[0, cell]);
    }

    private bool Narrow(AdditiveLine line, int kind)
    {
        var (least, most) = (line.Parts.Sum(part => _least[kind, part]), line.Parts.Sum(part => _most[kind, part]));
        var changed = Set(kind, line.Total, least, most);
        foreach (var part in line.Parts)
        {
            var (low, high) = (_least[kind, part], _most[kind, part]);
            if (Set(kind, part, _least[kind, line.Total] - (most - high), _most[kind, line.Total] - (least - low)))
            {
                changed = true;
                (least, most) = (least - low + _least[kind, part], most - high + _most[kind, part]);
            }
        }

        return changed;
    }

    /// <summary>Students are outcomes and non-outcomes.</summary>
    private bool Join(int cell) =>
        Set(0, cell, _least[1, cell] + _least[2, cell], _most[1, cell] + _most[2, cell])
        | Set(1, cell, _least[0, cell] - _most[2, cell], _most[0, cell] - _least[2, cell])
        | Set(2, cell, _least[0, cell] - _most[1, cell], _most[0, cell] - _least[1, cell]);

    private bool Set(int kind, int cell, long least, long most)
    {
        var changed = least > _least[kind, cell] || most < _most[kind, cell];
        (_least[kind, cell], _most[kind, cell]) = (Math.Max(least, _least[kind, cell]), Math.Min(most, _most[kind, cell]));
        return changed;
    }
}
