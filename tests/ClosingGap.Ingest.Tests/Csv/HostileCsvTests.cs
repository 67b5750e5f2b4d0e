using System.Text;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Tests.Csv;

/// <summary>Files made to exhaust or to mislead a reader: each stops at its limit, with a code, after a bounded number of bytes.</summary>
public sealed class HostileCsvTests
{
    private const long TwoGigabytes = 2L << 30;
    private const long EnoughForARecord = 4L << 20;

    [Theory]
    [InlineData("", "x", DiagnosticCodes.CsvRecordTooLong, 1)]
    [InlineData("", ",", DiagnosticCodes.CsvRecordTooLong, 1)]
    [InlineData("", "\"", DiagnosticCodes.CsvRecordTooLong, 1)]
    [InlineData("a,b\n", "x", DiagnosticCodes.CsvRecordTooLong, 2)]
    [InlineData("a,b\n", ",", DiagnosticCodes.CsvRecordTooLong, 2)]
    [InlineData("a,b\n1,\"", "x", DiagnosticCodes.CsvRecordTooLong, 2)]
    [InlineData("a,b\n1,\"", "x\n", DiagnosticCodes.CsvRecordTooLong, 2)]
    [InlineData("a,b\n1,\"", "\"\"", DiagnosticCodes.CsvRecordTooLong, 2)]
    [InlineData("a,b\n1,2\n3,\"", "é\r", DiagnosticCodes.CsvRecordTooLong, 3)]
    public async Task Read_RecordThatNeverEnds_StopsAtTheLimit(string beginning, string over, string code, long row)
    {
        var stream = new EndlessStream(Encoding.UTF8.GetBytes(beginning), Encoding.UTF8.GetBytes(over), TwoGigabytes);

        var unreadable = await Assert.ThrowsAsync<CsvUnreadableException>(() => ReadAsync(stream));

        Assert.Equal((code, row), (unreadable.Code, unreadable.Row));
        Assert.InRange(stream.Taken, 0, EnoughForARecord);
    }

    [Fact]
    public async Task Open_HeaderOfTenMillionColumns_StopsAtTheLimit()
    {
        var stream = new EndlessStream([], "c,"u8.ToArray(), 20_000_000);
        Assert.Equal(DiagnosticCodes.CsvRecordTooLong, (await Assert.ThrowsAsync<CsvUnreadableException>(() => ReadAsync(stream))).Code);

        var many = new MemoryStream(Encoding.UTF8.GetBytes(new string(',', 4_096) + "\n1\n"));
        Assert.Equal(DiagnosticCodes.CsvTooManyColumns, (await Assert.ThrowsAsync<CsvUnreadableException>(() => ReadAsync(many))).Code);

        var most = new MemoryStream(Encoding.UTF8.GetBytes(new string(',', 4_095) + "\n" + new string(',', 4_095) + "\n"));
        Assert.Equal(4_096, Assert.Single(await ReadAsync(most)).Cells.Length);
    }

    [Fact]
    public async Task Read_RowOfAMillionCells_LosesThatRowOnly()
    {
        var rows = await ReadAsync("a,b\n1" + new string(',', 1_000_000) + "\n8,9\n");

        Assert.Equal(DiagnosticCodes.TableRowWidthMismatch, rows[0].Fault);
        Assert.Equal(["8", "9"], rows[1].Cells);
    }

    [Fact]
    public async Task Read_NulCharacter_LosesThatRowOnly()
    {
        var rows = await ReadAsync("a,b\n1,x\0y\n\"2\0\",3\n8,9\n");

        Assert.Equal([DiagnosticCodes.CsvNulCharacter, DiagnosticCodes.CsvNulCharacter, null], rows.Select(row => row.Fault));
        Assert.Equal(["8", "9"], rows[2].Cells);
    }

    [Fact]
    public async Task Read_BadByteFarInTheFile_GivesTheRowsBeforeItAndNamesTheRow()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,é\n", 50_000))), .. "3,"u8, 0xE9, .. ",x\n4,5\n"u8];
        await using var csv = await CsvFile.OpenAsync(new MemoryStream(content), null, TestContext.Current.CancellationToken);
        var rows = 0;

        var unreadable = await Assert.ThrowsAsync<CsvUnreadableException>(async () =>
        {
            await foreach (var row in csv.ReadAsync(TestContext.Current.CancellationToken))
            {
                Assert.Equal("é", row.Cells[1]);
                rows++;
            }
        });

        Assert.Equal((50_000, DiagnosticCodes.CsvInvalidUtf8, 50_002L), (rows, unreadable.Code, unreadable.Row));
    }

    [Fact]
    public async Task Open_Utf16WithoutMark_HasANulFaultInItsHeader()
    {
        await using var csv = await CsvFile.OpenAsync(
            new MemoryStream(Encoding.Unicode.GetBytes("a,b\n1,2\n")), null, TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticCodes.CsvNulCharacter, csv.HeaderFault);
    }

    [Fact]
    public async Task Read_MarkInTheMiddle_StaysPartOfItsCell()
    {
        var rows = await ReadAsync("\uFEFFa,b\n1,2\n\uFEFFa,b\n");

        Assert.Equal(["\uFEFFa", "b"], rows[1].Cells);
    }

    [Theory]
    [InlineData("a,b\r1,2\r\n3,4\n5,6\r")]
    [InlineData("a,b\n1,2\r3,4\r5,6")]
    public async Task Read_MixedLineEnds_GivesEveryRow(string text)
    {
        var rows = await ReadAsync(text);

        Assert.Equal(["1", "3", "5"], rows.Select(row => row.Cells[0]));
        Assert.Contains(rows, row => row.Deviation == DiagnosticCodes.CsvBareCarriageReturn);
    }

    [Fact]
    public async Task Read_UnclosedQuoteAtTheEnd_GivesTheRowsBeforeIt()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 300_000)) + "3,\"open";
        await using var csv = await CsvFile.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), null, TestContext.Current.CancellationToken);
        var rows = 0;

        var unreadable = await Assert.ThrowsAsync<CsvUnreadableException>(async () =>
        {
            await foreach (var _ in csv.ReadAsync(TestContext.Current.CancellationToken))
            {
                rows++;
            }
        });

        Assert.Equal((300_000, DiagnosticCodes.CsvUnclosedQuote, 300_002L), (rows, unreadable.Code, unreadable.Row));
    }

    [Fact]
    public async Task Read_InChunksOfAnySize_GivesTheSameRows()
    {
        const string Text = "\uFEFFa,b\r\n\"x\"\"y\",é\r\n\r\n1,\"two\r\nlines\"\r2,𝒳\n\"3\",\"\"\n";
        var whole = await ReadAsync(Text);
        for (var size = 1; size < 12; size++)
        {
            var rows = await ReadAsync(new SlowStream(Encoding.UTF8.GetBytes(Text), size));
            Assert.Equal(whole.Select(Shown), rows.Select(Shown));
        }

        Assert.Equal(["x\"y", "1", "2", "3"], whole.Select(row => row.Cells[0]));
    }

    private static string Shown(CsvRow row) => $"{row.Row} {string.Join('|', row.Cells)} {row.Fault} {row.Deviation}";

    private static Task<List<CsvRow>> ReadAsync(string text) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static async Task<List<CsvRow>> ReadAsync(Stream stream)
    {
        await using var csv = await CsvFile.OpenAsync(stream, null, TestContext.Current.CancellationToken);
        var rows = new List<CsvRow>();
        await foreach (var row in csv.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] content, int size) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
