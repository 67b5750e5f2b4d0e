using ClosingGap.Domain.Suppression;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>A table small enough to count through, with any of its values hidden.</summary>
internal sealed record SmallTable(IReadOnlyList<AdditiveLine> Lines, IReadOnlyList<CountCell> Cells, IReadOnlyList<PublishedCell> Published, long Most)
{
    // Parts come after totals; lines come before those that use their totals.
    private static readonly (int Cells, int Parts, int Most, AdditiveLine[] Lines)[] s_shapes =
    [
        (3, 2, 6, [new(0, [1, 2])]),
        (2, 1, 6, [new(0, [1])]),
        (5, 4, 4, [new(0, [1, 2, 3, 4])]),
        (9, 4, 4, [new(1, [5, 7]), new(2, [6, 8]), new(3, [5, 6]), new(4, [7, 8]), new(0, [1, 2]), new(0, [3, 4])]),
        (7, 4, 4, [new(1, [3, 4]), new(2, [5, 6]), new(0, [1, 2])]),
        (6, 5, 3, [new(0, [1, 2]), new(0, [3, 4, 5])]),
        (12, 6, 2, [new(1, [6, 9]), new(2, [7, 10]), new(3, [8, 11]), new(4, [6, 7, 8]), new(5, [9, 10, 11]), new(0, [1, 2, 3]), new(0, [4, 5])])
    ];

    public static Gen<SmallTable> Any { get; } =
        from shape in Gen.Choose(0, s_shapes.Length - 1)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Of(s_shapes[shape], new System.Random(seed));

    /// <summary>One of at most so many cells, and a seed for what happens to it.</summary>
    public static Gen<(SmallTable Table, int Seed)> OfAtMost(int cells) =>
        from table in Any
        where table.Cells.Count <= cells
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (table, seed);

    /// <summary>The same table later, after something happened to a few students; published anew.</summary>
    public (SmallTable Later, RosterChange Change, int Students) Next(System.Random random)
    {
        while (true)
        {
            var later = Of((Cells.Count, Cells.Count - Lines.Max(l => l.Total) - 1, (int)Most, [.. Lines]), random);
            var moves = later.Cells.Zip(Cells, (a, b) => (Students: a.Students - b.Students, Outcomes: a.Outcomes - b.Outcomes, Others: a.Students - a.Outcomes - b.Students + b.Outcomes)).ToList();
            if (moves[0].Students > 0 && moves.All(m => m.Outcomes >= 0 && m.Others >= 0))
            {
                return (later, RosterChange.Joined, (int)moves[0].Students);
            }

            if (moves[0].Students < 0 && moves.All(m => m.Outcomes <= 0 && m.Others <= 0))
            {
                return (later, RosterChange.Left, (int)-moves[0].Students);
            }

            if (moves.All(m => m.Students == 0))
            {
                return (later, RosterChange.Changed, (int)moves.Max(m => Math.Abs(m.Outcomes)));
            }
        }
    }

    private static SmallTable Of((int Cells, int Parts, int Most, AdditiveLine[] Lines) shape, System.Random random)
    {
        while (true)
        {
            var cells = new CountCell[shape.Cells];
            for (var part = shape.Cells - shape.Parts; part < shape.Cells; part++)
            {
                var students = random.Next(0, 3);
                cells[part] = new CountCell(students, random.Next(0, students + 1));
            }

            foreach (var line in shape.Lines)
            {
                cells[line.Total] = new CountCell(line.Parts.Sum(p => cells[p].Students), line.Parts.Sum(p => cells[p].Outcomes));
            }

            // Two ways to make all out of parts have to agree; no cell is larger than what is counted through.
            if (cells.All(c => c.Students <= shape.Most) && shape.Lines.All(l => cells[l.Total].Students == l.Parts.Sum(p => cells[p].Students) && cells[l.Total].Outcomes == l.Parts.Sum(p => cells[p].Outcomes)))
            {
                return new SmallTable(shape.Lines, cells, [.. cells.Select(c => Publish(c, random))], shape.Most);
            }
        }
    }

    private static PublishedCell Publish(CountCell cell, System.Random random)
    {
        var percent = cell.Students == 0 ? 0 : Math.Round(100m * cell.Outcomes / cell.Students, MidpointRounding.AwayFromZero);
        return random.Next(0, 6) switch
        {
            0 => Shown.Exactly(cell.Students, percent),
            1 => Shown.Between(cell.Students, Math.Max(0, percent - random.Next(0, 40)), Math.Min(100, percent + random.Next(0, 40))),
            2 => Shown.StudentsOnly(cell.Students),
            3 when cell.Students > 0 => new PublishedCell(Shown.Nothing, new PublishedValue(null, Math.Max(0, percent - 20), Math.Min(100, percent + 20), ValueStatus.Range)),
            _ => Shown.Suppressed
        };
    }
}
