using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>What the attack is tried on is what it should be.</summary>
public sealed class RandomTablesTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_EverySeed_HoldsAllLines() => Assert.All(Enumerable.Range(0, 200), seed =>
    {
        var tables = RandomTables.Of(seed).Tables;
        foreach (var measure in tables.Measures)
        {
            Assert.Equal(tables.CellCount, measure.Cells.Count);
            Assert.All(measure.Cells, c => Assert.InRange(c.Outcomes, 0, c.Students));
            Assert.All(tables.Lines, l => Assert.Equal(
                measure.Cells[l.Total],
                new CountCell(l.Parts.Sum(p => measure.Cells[p].Students), l.Parts.Sum(p => measure.Cells[p].Outcomes))));
        }
    });

    [Fact]
    public void Of_EveryCellButOne_IsPartOfALine() => Assert.All(Enumerable.Range(0, 200), seed =>
    {
        var tables = RandomTables.Of(seed).Tables;

        Assert.Equal(tables.CellCount - 1, tables.Lines.SelectMany(l => l.Parts).Distinct().Count());
    });

    [Fact]
    public void Of_SameSeed_IsTheSame() => Assert.Equal(RandomTables.Of(7).Tables.Measures[0].Cells, RandomTables.Of(7).Tables.Measures[0].Cells);

    [Fact]
    public void Of_ManySeeds_AreSkewed()
    {
        var cells = Enumerable.Range(0, 200).SelectMany(seed => RandomTables.Of(seed).Tables.Measures).SelectMany(m => m.Cells).ToList();
        var small = cells.Count(c => c.Students is > 0 and < 10);
        var empty = cells.Count(c => c.Students == 0);
        var large = cells.Count(c => c.Students >= 100);
        var ends = cells.Count(c => c.Students > 0 && (c.Outcomes == 0 || c.Outcomes == c.Students));
        output.WriteLine($"{cells.Count} cells: {empty} empty, {small} small, {large} of a hundred and more, {ends} at an end");

        Assert.All([small, empty, large, ends], n => Assert.True(n > cells.Count / 50));
    }

    [Fact]
    public void Next_EverySeed_ChangesOneToThreeStudents() => Assert.All(Enumerable.Range(0, 200), seed =>
    {
        var (shape, students, _) = RandomTables.Of(seed);
        var (change, next) = RandomTables.Next(seed, shape, students);

        Assert.InRange(change == RosterChange.Changed ? next.Zip(students).Count(p => p.First != p.Second) : Math.Abs(next.Count - students.Count), 0, 3);
        Assert.Equal(change == RosterChange.Changed, next.Count == students.Count);
    });
}
