using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using static ClosingGap.Ingest.Tests.Snapshot.Merging;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class CanonicalParquetTests(ITestOutputHelper output)
{
    private static readonly CanonicalTable s_all = new(
        "everything",
        [
            new("id", ColumnType.Id), new("text", ColumnType.Text), new("list", ColumnType.IdList), new("code", ColumnType.Code),
            new("flag", ColumnType.Boolean), new("day", ColumnType.Date), new("year", ColumnType.SchoolYear),
            new("count", ColumnType.Integer), new("amount", ColumnType.Decimal),
        ],
        ["id"],
        null);

    private static readonly string?[][] s_extremes =
    [
        ["1", "Zoë 名前 😀 e\u0301 \"q\", x", "a,b,c", "Present", "true", "2026-02-28", "2026", "0", "0"],
        ["2", null, null, null, null, null, null, null, null],
        ["3", new string('x', 100_000), "\uE000", "\uFFFD", "false", "0001-01-01", "0001", "-2147483648", "-999999999999.999999"],
        ["4", " ", "-", "0", "true", "9999-12-31", "9999", "2147483647", "999999999999.999999"],
        [null, "t", "l", "c", "false", "1969-12-31", "1970", "-1", "-0.000001"],
        ["5", "t", "l", "c", "false", "1970-01-01", "2000", "7", "92.5"],
    ];

    [Fact]
    public async Task ReadRows_ExtremesOfEveryType_AreWhatWasWritten()
    {
        var parquet = await WriteAsync(s_all, s_extremes);
        Assert.Equal(s_extremes, await RowsAsync(s_all, parquet));
    }

    [Fact]
    public async Task Read_ExtremesOfEveryType_AreTypedArrays()
    {
        using var stream = new MemoryStream(await WriteAsync(s_all, s_extremes));
        var columns = await CanonicalParquet.ReadAsync(stream, s_all, [.. s_all.Columns.Select(column => column.Name)], Token);
        Assert.Equal(6, columns.RowCount);
        Assert.Equal(["1", "2", "3", "4", null, "5"], columns.Texts("id"));
        Assert.Equal("Zoë 名前 😀 e\u0301 \"q\", x", columns.Texts("text")[0]);
        Assert.Equal([true, null, false, true, false, false], columns.Booleans("flag"));
        Assert.Equal(
            [new DateOnly(2026, 2, 28), null, DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(1969, 12, 31), new DateOnly(1970, 1, 1)],
            columns.Dates("day"));
        Assert.Equal([2026, null, 1, 9999, 1970, 2000], columns.Integers("year"));
        Assert.Equal([0, null, int.MinValue, int.MaxValue, -1, 7], columns.Integers("count"));
        Assert.Equal([0m, null, -999999999999.999999m, 999999999999.999999m, -0.000001m, 92.5m], columns.Decimals("amount"));
    }

    [Fact]
    public async Task Read_Texts_NumbersEqualOnesAlikeAndFindsThemOnce()
    {
        using var stream = new MemoryStream(await WriteAsync(s_all, [.. Enumerable.Range(0, 10).SelectMany(_ => s_extremes)]));
        var texts = (await CanonicalParquet.ReadAsync(stream, s_all, ["code"], Token)).Coded("code");
        var asked = 0;

        var lengths = texts.Select(text =>
        {
            asked++;
            return text?.Length ?? -1;
        });

        Assert.Equal(["Present", "\uFFFD", "0", "c"], texts.Values.ToArray());
        Assert.Equal(1 + 4, asked);
        Assert.All(Enumerable.Range(0, 60), row => Assert.Equal((s_extremes[row % 6][3], s_extremes[row % 6][3]?.Length ?? -1), (texts[row], lengths(row))));
    }

    [Fact]
    public async Task WithBlank_OfColumnsThatWereNotRead_HasNoValueInAnyRow()
    {
        using var stream = new MemoryStream(await WriteAsync(s_all, s_extremes));
        var columns = (await CanonicalParquet.ReadAsync(stream, s_all, ["text"], Token)).WithBlank(s_all.Columns.Select(column => column.Name));

        Assert.Equal("t", columns.Texts("text")[5]);
        Assert.All(columns.Texts("code"), Assert.Null);
        Assert.All(columns.Dates("day"), day => Assert.Null(day));
        Assert.All(columns.Integers("count"), count => Assert.Null(count));
        Assert.All(columns.Booleans("flag"), flag => Assert.Null(flag));
        Assert.Equal(new decimal?[6], columns.Decimals("amount"));
        Assert.Equal(6, columns.Millionths("amount").Count);
    }

    [Fact]
    public async Task ReadRows_EveryCanonicalTable_AreWhatWasWritten()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        foreach (var table in CanonicalTables.All)
        {
            var rows = RandomRows.Of(table, 300, random);
            Assert.Equal(rows, await RowsAsync(table, await WriteAsync(table, rows)));
        }
    }

    [Fact]
    public async Task ReadRows_MoreThanOneRowGroup_KeepsTheOrder()
    {
        var table = CanonicalTables.Get("calendarDates");
        var rows = Enumerable.Range(0, 300_000)
            .Select(row => new[] { row.ToString(CultureInfo.InvariantCulture), "2026-01-05", row % 3 == 0 ? null : "Instructional day", null }).ToList();
        using var stream = new MemoryStream(await WriteAsync(table, rows));
        var columns = await CanonicalParquet.ReadAsync(stream, table, ["calendarEvent", "schoolSourcedId"], Token);
        Assert.Equal(rows.Select(row => row[0]), columns.Texts("schoolSourcedId"));
        Assert.Equal(rows.Select(row => row[2]), columns.Texts("calendarEvent"));
        Assert.Throws<ArgumentException>(() => columns.Dates("date"));
        Assert.Throws<ArgumentException>(() => columns.Dates("calendarEvent"));
    }

    [Fact]
    public async Task Read_NoRows_IsEmpty()
    {
        using var stream = new MemoryStream(await WriteAsync(s_all, []));
        var columns = await CanonicalParquet.ReadAsync(stream, s_all, ["id", "day"], Token);
        Assert.Equal(0, columns.RowCount);
        Assert.Empty(columns.Dates("day"));
        stream.Position = 0;
        Assert.Empty(await CanonicalParquet.ReadRowsAsync(stream, s_all, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Read_ColumnThatAnOlderFileHasNot_IsNull()
    {
        var older = new CanonicalTable("everything", [s_all.Columns[0], s_all.Columns[8]], ["id"], null);
        using var stream = new MemoryStream(await WriteAsync(older, [["1", "2.5"], ["2", null]]));
        var columns = await CanonicalParquet.ReadAsync(stream, s_all, ["id", "text", "day", "flag", "year", "amount"], Token);
        Assert.Equal(["1", "2"], columns.Texts("id"));
        Assert.Equal([2.5m, null], columns.Decimals("amount"));
        Assert.Equal([null, null], columns.Texts("text"));
        Assert.Equal([null, null], columns.Dates("day"));
        Assert.Equal([null, null], columns.Booleans("flag"));
        Assert.Equal([null, null], columns.Integers("year"));
    }

    [Fact]
    public async Task Read_ColumnOfAnotherType_IsParquetType()
    {
        var older = new CanonicalTable("everything", [new("id", ColumnType.Id), new("day", ColumnType.Text)], ["id"], null);
        using var stream = new MemoryStream(await WriteAsync(older, [["1", "x"]]));
        var error = await Assert.ThrowsAsync<SnapshotException>(() => CanonicalParquet.ReadAsync(stream, s_all, ["day"], Token));
        Assert.Equal("snapshot.parquet_type", error.Code);
        Assert.Contains("everything.day", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_UnknownColumn_IsRefused()
    {
        using var stream = new MemoryStream(await WriteAsync(s_all, s_extremes));
        await Assert.ThrowsAsync<ArgumentException>(() => CanonicalParquet.ReadAsync(stream, s_all, ["nope"], Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(-1)]
    public async Task Read_FileCutShort_IsUnreadable(int keep)
    {
        var whole = await WriteAsync(s_all, s_extremes);
        using var stream = new MemoryStream(whole[..(keep < 0 ? whole.Length - 1 : keep)]);
        var error = await Assert.ThrowsAsync<SnapshotException>(() => CanonicalParquet.ReadAsync(stream, s_all, ["id"], Token));
        Assert.Equal("snapshot.parquet_unreadable", error.Code);
    }

    [Theory]
    [InlineData(4, "TRUE")]
    [InlineData(5, "2026-02-30")]
    [InlineData(5, "02/03/2026")]
    [InlineData(6, "2147483648")]
    [InlineData(7, "1.5")]
    [InlineData(8, "1000000000000")]
    [InlineData(8, "1e3")]
    [InlineData(8, "12,5")]
    public async Task Write_CellOutOfRange_NamesTheColumnAndNotTheCell(int column, string cell)
    {
        var row = new string?[9];
        row[column] = cell;
        var error = await Assert.ThrowsAsync<SnapshotException>(() => WriteAsync(s_all, [row]));
        Assert.Equal("snapshot.cell_out_of_range", error.Code);
        Assert.Contains("everything." + s_all.Columns[column].Name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(cell, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_DecimalWithMoreThanSixPlaces_IsRoundedToEven()
    {
        var parquet = await WriteAsync(s_all, [Row("0.3333333333"), Row("0.0000025"), Row("0.0000035"), Row("1.500")]);
        Assert.Equal(["0.333333", "0.000002", "0.000004", "1.5"], (await RowsAsync(s_all, parquet)).Select(row => row[8]));

        static string?[] Row(string amount) => [null, null, null, null, null, null, null, null, amount];
    }

    [Fact]
    public async Task Write_StreamThatCannotSeek_IsWritten()
    {
        using var written = new MemoryStream();
        await using (var hidden = new System.IO.Compression.ZLibStream(written, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            Assert.False(hidden.CanSeek);
            await CanonicalParquet.WriteAsync(hidden, s_all, s_extremes, Token);
        }

        written.Position = 0;
        using var parquet = new MemoryStream();
        await using var unpacked = new System.IO.Compression.ZLibStream(written, System.IO.Compression.CompressionMode.Decompress);
        await unpacked.CopyToAsync(parquet, Token);
        Assert.Equal(await WriteAsync(s_all, s_extremes), parquet.ToArray());
        await Assert.ThrowsAsync<ArgumentException>(() => CanonicalParquet.ReadAsync(unpacked, s_all, ["id"], Token));
    }

    private static async Task<byte[]> WriteAsync(CanonicalTable table, IEnumerable<string?[]> rows)
    {
        using var stream = new MemoryStream();
        await CanonicalParquet.WriteAsync(stream, table, rows, Token);
        return stream.ToArray();
    }
}
