using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression;

/// <summary>A state of districts by two groups; between two releases one of the districts goes, or comes.</summary>
public sealed class ChangedOrganisationsTests
{
    private const int Groups = 3;
    private static readonly SuppressionRules s_rules = SuppressionRules.Default;
    private static readonly CountCell[][] s_staying =
    [
        [new(300, 120), new(340, 90)], [new(260, 130), new(280, 70)], [new(210, 100), new(8, 4)], [new(190, 90), new(9, 4)],
    ];

    private static readonly CountCell[] s_small = [new(204, 100), new(7, 3)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Totals_WithAndWithoutADistrict_DoNotTellItsSmallGroup(bool goes)
    {
        var (less, more) = (State(s_staying), State([.. s_staying, s_small]));
        var (then, now) = goes ? (more, less) : (less, more);
        var told = Suppressor.Protect(then, s_rules);
        var earlier = Earlier(then, told, now);

        var result = Suppressor.Protect(now, s_rules, [earlier]);
        var withoutLines = Suppressor.Protect(now, s_rules, [earlier with { Lines = [] }]);

        // 644 students of the group with the district, 637 without: whoever sees both has its seven.
        Assert.All((int[])[1, 2], group => Assert.True(IsShown(told, group) && (goes || IsShown(withoutLines, group))));
        Assert.All((int[])[1, 2], group => Assert.False(IsShown(result, group)));
        Assert.True(IsShown(result, 0));
        Assert.Equal((0, 0), (result.Report.UnprovenEarlier, result.Report.WithheldComponents.Count));
    }

    [Fact]
    public void Totals_WhereADistrictWithoutSmallGroupsWent_AreToldAsEver()
    {
        var then = State([.. s_staying, [new(204, 100), new(120, 60)]]);
        var told = Suppressor.Protect(then, s_rules);
        var now = State(s_staying);

        var result = Suppressor.Protect(now, s_rules, [Earlier(then, told, now)]);

        Assert.All(Enumerable.Range(0, Groups), group => Assert.True(IsShown(result, group)));
    }

    [Fact]
    public void Totals_WhereManyCameInCellsThatAreNotTold_BindNothing()
    {
        // In two districts that hide both groups, ten students came to each: what went cannot be told from what came.
        CountCell[][] before = [[new(300, 120), new(340, 90)], [new(210, 100), new(8, 4)], [new(190, 90), new(9, 4)], s_small];
        CountCell[][] after = [[new(300, 120), new(340, 90)], [new(215, 103), new(13, 6)], [new(195, 92), new(14, 6)]];
        var (then, now) = (State(before), State(after));
        var told = Suppressor.Protect(then, s_rules);
        var earlier = Earlier(then, told, now);

        Assert.Equivalent(
            Suppressor.Protect(now, s_rules, [earlier with { Lines = [] }]).Measures[0].Cells.Select(cell => cell.Students.Status),
            Suppressor.Protect(now, s_rules, [earlier]).Measures[0].Cells.Select(cell => cell.Students.Status));
    }

    [Fact]
    public void Lines_OfAReleaseThatLacksAMeasure_HoldForThoseThatItHas()
    {
        var then = State([.. s_staying, s_small]);
        var now = State(s_staying);
        var earlier = Earlier(then, Suppressor.Protect(then, s_rules), now);
        var two = now with { Measures = [now.Measures[0], now.Measures[0] with { Measure = "another" }] };

        var result = Suppressor.Protect(two, s_rules, [earlier]);

        Assert.All((int[])[1, 2], group => Assert.False(IsShown(result, group)));
        Assert.Equal(0, result.Report.UnprovenEarlier);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 99)]
    public void Earlier_WithCellsOrLinesThatDoNotExist_IsRefused(int gone, int part)
    {
        var now = State(s_staying);
        var earlier = new EarlierRelease([new EarlierMeasure("measure", new CountCell?[now.CellCount], new PublishedCell?[now.CellCount])])
        {
            GoneCells = gone, Lines = [new AdditiveLine(0, [part == 0 ? 1 : part])],
        };

        Assert.StartsWith("suppression.", Assert.Throws<ArgumentException>(() => Suppressor.Protect(now, s_rules, [earlier])).Message, StringComparison.Ordinal);
    }

    private static bool IsShown(SuppressedTables result, int cell) => result.Measures[0].Cells[cell].Students.Status == ValueStatus.Exact;

    /// <summary>The state first, then the districts; of each all, and the two groups.</summary>
    private static CountTables State(CountCell[][] districts)
    {
        var cells = new List<CountCell>();
        foreach (var groups in districts.Prepend([.. Enumerable.Range(0, Groups - 1).Select(group => GivenTables.Sum(districts.Select(district => district[group])))]))
        {
            cells.AddRange([GivenTables.Sum(groups), .. groups]);
        }

        return new CountTables(
            cells.Count,
            [
                .. Enumerable.Range(0, districts.Length + 1).Select(organisation => new AdditiveLine(organisation * Groups, [(organisation * Groups) + 1, (organisation * Groups) + 2])),
                .. Enumerable.Range(0, Groups).Select(group => new AdditiveLine(group, [.. Enumerable.Range(1, districts.Length).Select(district => (district * Groups) + group)])),
            ],
            [new MeasureTable("measure", cells)]);
    }

    /// <summary>The district that comes or goes is the last one, so that cells have the same numbers then and now.</summary>
    private static EarlierRelease Earlier(CountTables then, SuppressedTables told, CountTables now)
    {
        var cells = Math.Max(then.CellCount, now.CellCount);
        return new EarlierRelease([new EarlierMeasure(
            "measure",
            [.. Enumerable.Range(0, cells).Select(cell => cell < then.CellCount ? then.Measures[0].Cells[cell] : (CountCell?)null)],
            [.. Enumerable.Range(0, cells).Select(cell => cell < then.CellCount ? told.Measures[0].Cells[cell] : null)])])
        {
            GoneCells = cells - now.CellCount, Lines = then.Lines,
        };
    }
}
