using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Tables;
using static ClosingGap.Ingest.Tests.Snapshot.Merging;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class HistoryMergeTests
{
    private static readonly RosterHistory s_history = RosterHistory.Of("enrollments")!;
    private static readonly string?[] s_row = Row("2025-08-20", null);

    [Fact]
    public void HistoryTables_HoldTheColumnsOfTheirRosterAndTwoMore()
    {
        Assert.Equal(CanonicalTables.History.Select(table => table.Name), RosterHistory.All.Select(history => history.Table.Name).Order(StringComparer.Ordinal));
        Assert.All(RosterHistory.All, history => Assert.Equal(
            [.. history.Roster.Columns, new CanonicalColumn("vanishedOn", ColumnType.Date), new CanonicalColumn("returnedOn", ColumnType.Date)],
            history.Table.Columns));
        Assert.All(CanonicalTables.History, table => Assert.Null(CanonicalTables.Find(table.Name)));
    }

    [Theory]
    [InlineData(null, "2025-10-10")]
    [InlineData("2026-06-01", "2025-10-10")]
    [InlineData("2025-10-03", "2025-10-03")]
    public async Task RowThatVanishes_EndsOnThatDayOrBefore(string? own, string end) =>
        Assert.Equal([$"2025-08-20 {end} -"], await TellAsync(("2025-09-01", Row("2025-08-20", own)), ("2025-10-10", null)));

    [Theory]
    [InlineData("2025-10-10", "")]
    [InlineData("2025-10-11", "")]
    [InlineData("2025-10-12", "2025-08-20 2025-10-10 2025-10-12")]
    [InlineData("2025-11-20", "2025-08-20 2025-10-10 2025-11-20")]
    public async Task RowThatReturns_LeavesASpellAfterMoreThanADay(string returns, string expected) =>
        Assert.Equal(Split(expected), await TellAsync(("2025-09-01", s_row), ("2025-10-10", null), (returns, s_row)));

    [Fact]
    public async Task RowThatReturnsWithALaterBegin_LeavesItsSpell() =>
        Assert.Equal(
            ["2025-08-20 2025-10-10 2025-10-11"],
            await TellAsync(("2025-09-01", s_row), ("2025-10-10", null), ("2025-10-11", Row("2025-10-11", null))));

    [Fact]
    public async Task RowThatGoesAgain_BeginsItsSecondSpellWithItsReturn() =>
        Assert.Equal(
            ["2025-08-20 2025-10-10 2025-10-20", "2025-10-20 2025-12-01 -"],
            await TellAsync(("2025-09-01", s_row), ("2025-10-10", null), ("2025-10-20", s_row), ("2025-12-01", null)));

    [Theory]
    [InlineData("2025-08-20", "")]
    [InlineData("2025-08-01", "")]
    [InlineData("2025-10-08", "2025-08-20 2025-10-08 2025-10-10")]
    [InlineData("2025-10-15", "2025-08-20 2025-10-10 2025-10-10")]
    [InlineData(null, "2025-08-20 2025-10-10 2025-10-10")]
    public async Task RowThatNamesAnotherSchool_IsACorrectionUnlessItBeginsLater(string? begin, string expected)
    {
        var moved = Row(begin, null);
        moved[2] = "other";

        Assert.Equal(Split(expected), await TellAsync(("2025-09-01", s_row), ("2025-10-10", moved)));
    }

    [Fact]
    public async Task RowThatNamesAnotherStudent_EndsForTheFirst()
    {
        var other = Row("2025-08-20", null);
        other[3] = "u2";

        Assert.Equal(["2025-08-20 2025-10-10 -"], await TellAsync(("2025-09-01", s_row), ("2025-10-10", other)));
    }

    [Fact]
    public async Task RowWithoutABegin_KeepsTheDayOnWhichItWasFirstSeen()
    {
        var undated = Row(null, null);

        Assert.Empty(await TellAsync(("2025-09-01", undated)));
        Assert.Equal(["2025-10-10 2025-10-10 2025-10-10"], await TellAsync(("2025-09-01", null), ("2025-10-10", undated)));
        Assert.Equal(
            ["2025-10-10 2025-10-10 2025-10-10", "2025-10-10 2025-11-03 -"],
            await TellAsync(("2025-09-01", null), ("2025-10-10", undated), ("2025-11-03", null)));
    }

    [Fact]
    public async Task SpellThatEndedBeforeLastSchoolYear_IsLeftOut()
    {
        (string, string?[]?)[] until = [("2025-09-01", s_row), ("2025-10-10", null)];

        Assert.Single(await TellAsync([.. until, ("2027-06-30", null)]));
        Assert.Empty(await TellAsync([.. until, ("2027-07-01", null)]));
    }

    [Theory]
    [InlineData("2026-06-30", 0, "2025-07-01")]
    [InlineData("2026-07-01", 0, "2026-07-01")]
    [InlineData("2026-07-01", 2, "2024-07-01")]
    public void KeptFrom_IsTheFirstOfJulyOfASchoolYear(string on, int years, string expected) =>
        Assert.Equal(Day(expected), RosterHistory.KeptFrom(Day(on), years));

    /// <summary>The history after complete files of one row or none: begin, end, return.</summary>
    private static async Task<IReadOnlyList<string>> TellAsync(params (string On, string?[]? Row)[] days)
    {
        byte[]? roster = null;
        IReadOnlyList<string?[]> history = [];
        foreach (var (on, row) in days)
        {
            using var folder = new TempFolder();
            var staged = await StageAsync(folder.Directory, s_history.Roster, TableMode.Bulk, row is null ? [] : [(row, false)]);
            var changes = new RosterChanges(s_history, history, string.CompareOrdinal(on, days[0].On) > 0);
            using var before = roster is null ? null : new MemoryStream(roster);
            using var after = new MemoryStream();
            await using var rows = staged[0].Path?.OpenRead();
            await TableShardMerge.RunAsync(s_history.Roster, before, rows, TableMode.Bulk, after, Token, changes);
            roster = after.ToArray();
            history = HistoryMerge.Apply(s_history, history, changes, Day(on), RosterHistory.KeptFrom(Day(on), 1));
        }

        return [.. history.Select(row => $"{row[6] ?? "-"} {row[7]} {row[9] ?? "-"}")];
    }

    private static string[] Split(string expected) => expected.Length == 0 ? [] : [expected];

    private static string?[] Row(string? begin, string? end) => ["e1", "c1", "s1", "u1", "student", null, begin, end];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
