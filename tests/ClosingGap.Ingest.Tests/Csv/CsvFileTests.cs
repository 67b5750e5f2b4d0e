using System.Text;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Tests.Csv;

public sealed class CsvFileTests
{
    [Fact]
    public async Task Read_QuotesCommasAndBom_GivesCellsAndSpreadsheetRows()
    {
        var (header, rows) = await ReadAsync("\uFEFFa,b\r\n1,\"x, \"\"y\"\"\"\r\n,\r\n#x,3");

        Assert.Equal(["a", "b"], header);
        Assert.Equal([2L, 3L, 4L], rows.Select(row => row.Row));
        Assert.Equal(["1", "x, \"y\""], rows[0].Cells);
        Assert.Equal([null, null], rows[1].Cells);
        Assert.Equal(["#x", "3"], rows[2].Cells);
        Assert.All(rows, row => Assert.Null(row.Fault ?? row.Deviation));
    }

    [Theory]
    [InlineData("a,b\n1\n", DiagnosticCodes.TableRowWidthMismatch)]
    [InlineData("a,b\n1,2,3\n", DiagnosticCodes.TableRowWidthMismatch)]
    [InlineData("a,b\n1,\"x\"y\n", DiagnosticCodes.CsvUnexpectedCharacterAfterQuote)]
    public async Task Read_BrokenRecord_LosesThatRecordOnly(string text, string code)
    {
        var (_, rows) = await ReadAsync(text + "8,9\n");

        Assert.Equal(code, rows[0].Fault);
        Assert.Equal(["8", "9"], rows[^1].Cells);
    }

    [Theory]
    [InlineData("a,b\n1,bad\"q\n", DiagnosticCodes.CsvUnescapedQuote, "bad\"q")]
    [InlineData("a,b\n1,\"x\ny\"\n", DiagnosticCodes.CsvLineBreakInQuotedField, "x\ny")]
    [InlineData("a,b\n1,2\r", DiagnosticCodes.CsvBareCarriageReturn, "2")]
    [InlineData("a,b\n1,2,, \n", DiagnosticCodes.TableTrailingBlankCells, "2")]
    public async Task Read_Deviation_IsNamedAndTheCellsAreReadable(string text, string code, string second)
    {
        var (_, rows) = await ReadAsync(text + "8,9\n");

        Assert.Equal(code, rows[0].Deviation);
        Assert.Null(rows[0].Fault);
        Assert.Equal(["1", second], rows[0].Cells);
        Assert.Equal(["8", "9"], rows[1].Cells);
    }

    [Fact]
    public async Task Read_BlankLines_AreCountedAndKeepTheRowNumbers()
    {
        await using var csv = await OpenAsync(Encoding.UTF8.GetBytes("a,b\n\n1,2\n\n"));
        var rows = await ToListAsync(csv);

        Assert.Equal(3, Assert.Single(rows).Row);
        Assert.Equal(2, csv.BlankLines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task Open_EmptyFile_HasNoHeader(string text)
    {
        var (header, rows) = await ReadAsync(text);

        Assert.Empty(header);
        Assert.Empty(rows);
    }

    [Fact]
    public async Task Read_UnclosedQuote_StopsAtTheRowThatOpensIt()
    {
        var exception = await Assert.ThrowsAsync<CsvUnreadableException>(() => ReadAsync("a,b\n1,2\n3,\"open\n5,6\n"));

        Assert.Equal((DiagnosticCodes.CsvUnclosedQuote, 3L), (exception.Code, exception.Row));
    }

    [Fact]
    public async Task Read_UnclosedQuoteInAHugeFile_StaysWithinTheRecordLimit()
    {
        var text = "a,b\n1,\"" + string.Join('\n', Enumerable.Repeat("x,y", 100_000));
        var exception = await Assert.ThrowsAsync<CsvUnreadableException>(
            () => ReadAsync(text, new CsvOptions { MaxRecordChars = 8_192, MaxFieldChars = 1_000 }));

        Assert.Equal((DiagnosticCodes.CsvRecordTooLong, 2L), (exception.Code, exception.Row));
    }

    [Fact]
    public async Task Read_FieldAboveTheLimit_LosesThatRecordOnly()
    {
        var (_, rows) = await ReadAsync("a,b\n1," + new string('x', 300) + "\n8,9\n", new CsvOptions { MaxFieldChars = 255 });

        Assert.Equal(DiagnosticCodes.CsvFieldTooLong, rows[0].Fault);
        Assert.Equal(["8", "9"], rows[1].Cells);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0xE9, 0x0A })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00, 0x62, 0x00 })]
    public async Task Read_NotUtf8_IsUnreadable(byte[] content)
    {
        var exception = await Assert.ThrowsAsync<CsvUnreadableException>(async () =>
        {
            await using var csv = await OpenAsync(content);
            await ToListAsync(csv);
        });

        Assert.Equal(DiagnosticCodes.CsvInvalidUtf8, exception.Code);
    }

    [Fact]
    public async Task Read_WrittenByAnRfcWriter_GivesTheSameCells()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string Alphabet = "ab,\" é漢#;\t'";
        var cells = Enumerable.Range(0, 3_000)
            .Select(_ => Enumerable.Range(0, 4).Select(_ => new string(random.GetItems<char>(Alphabet, random.Next(0, 12)))).ToArray())
            .ToArray();
        var text = "h1,h2,h3,h4\r\n" + string.Concat(cells.Select(row => string.Join(',', row.Select(Quote)) + "\r\n"));

        var (_, rows) = await ReadAsync(text, new CsvOptions { MaxRecordChars = 4_096, MaxFieldChars = 255 });

        Assert.Equal(cells.Length, rows.Count);
        Assert.All(rows.Zip(cells), pair => Assert.Equal(pair.Second, pair.First.Cells.Select(cell => cell ?? string.Empty)));
        Assert.All(rows, row => Assert.Null(row.Fault ?? row.Deviation));
    }

    [Fact]
    public async Task Read_RandomBytes_EndsInRowsOrInAStableCode()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var run = 0; run < 2_000; run++)
        {
            var content = random.GetItems("ab,,\"\"\n\n\r é\0#\u0080"u8, random.Next(0, 200));
            try
            {
                await using var csv = await OpenAsync(content);
                await ToListAsync(csv);
            }
            catch (CsvUnreadableException exception)
            {
                Assert.NotNull(DiagnosticCatalogue.Find(exception.Code));
            }
        }
    }

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(',', '"') ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;

    private static Task<CsvFile> OpenAsync(byte[] content, CsvOptions? options = null) =>
        CsvFile.OpenAsync(new MemoryStream(content), options, TestContext.Current.CancellationToken);

    private static async Task<(IReadOnlyList<string> Header, List<CsvRow> Rows)> ReadAsync(string text, CsvOptions? options = null)
    {
        await using var csv = await OpenAsync(Encoding.UTF8.GetBytes(text), options);
        return (csv.Header, await ToListAsync(csv));
    }

    private static async Task<List<CsvRow>> ToListAsync(CsvFile csv)
    {
        var rows = new List<CsvRow>();
        await foreach (var row in csv.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
