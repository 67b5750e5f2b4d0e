using ClosingGap.Domain.Suppression;
using ClosingGap.Domain.Suppression.Earlier;
using ClosingGap.Domain.Suppression.Marking;
using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Tests.Suppression;

public sealed class WithholdingTests
{
    private const int Districts = 60;
    private const int Parts = 40;
    private const int OfADistrict = Parts + 1;

    /// <summary>Beside a cell that is suppressed with all of its district, only a block is left to withhold.</summary>
    [Fact]
    public void Widen_TwoCellsOfOneBlock_LetsTheSecondWaitForTheBlock()
    {
        var (tables, pattern) = State();
        var withholding = new Withholding(pattern, tables, static _ => false);
        var (one, other) = (new Failure(0, 2, IsDifference: false), new Failure(0, 3, IsDifference: false));

        Assert.True(withholding.Widen([one, other]));
        Assert.InRange(Suppressed(tables, pattern), 900, 1_000);

        // The block did not help the second: then everything goes.
        Assert.True(withholding.Widen([other]));
        Assert.Equal(tables.CellCount, Suppressed(tables, pattern));
    }

    private static int Suppressed(CountTables tables, SuppressionPattern pattern) => Enumerable.Range(0, tables.CellCount).Count(pattern.IsSuppressed);

    /// <summary>Districts of many parts; all of the first one is small. The last cell is the total of all districts.</summary>
    private static (CountTables Tables, SuppressionPattern Pattern) State()
    {
        const int cells = (Districts * OfADistrict) + 1;
        var counts = Enumerable.Range(0, cells).Select(cell => cell < OfADistrict ? new CountCell(3, 1) : new CountCell(500, 100)).ToArray();
        var all = Enumerable.Range(0, Districts)
            .Select(district => new AdditiveLine(district * OfADistrict, [.. Enumerable.Range((district * OfADistrict) + 1, Parts)]))
            .ToList();
        all.Add(new AdditiveLine(cells - 1, [.. Enumerable.Range(0, Districts).Select(district => district * OfADistrict)]));
        var tables = new CountTables(cells, all, [new MeasureTable("measure", counts)]);
        return (tables, new SuppressionPattern(JointTables.Of(tables, [], SuppressionRules.Default), new LineIndex(tables), SuppressionRules.Default));
    }
}
