using System.Text;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Reports;

namespace ClosingGap.Ingest.Tests.Reports;

public sealed class CsvReportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_OfAReport_HasAMarkAHeaderAndALineForEachFinding()
    {
        using var jsonLines = await JsonLinesAsync(
            new Diagnostic(DiagnosticCodes.RowInvalidDate, Severity.Error, "users.csv", 12, "birthDate"),
            new Diagnostic(DiagnosticCodes.PackageUnknownFile, Severity.Warning, "=cmd.csv"));
        using var output = new MemoryStream();

        await CsvReport.WriteAsync(jsonLines, output, Token);

        var bytes = output.ToArray();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("severity,code,file,row,column,target,meaning,fix", lines[0]);
        Assert.Equal("error,row.invalid_date,users.csv,12,birthDate,,A date is not a day written yyyy-MM-dd.,Write yyyy-MM-dd.", lines[1]);
        Assert.StartsWith("warning,package.unknown_file,'=cmd.csv,,,,", lines[2], StringComparison.Ordinal);
        Assert.Equal(("", 4), (lines[3], lines.Length));
    }

    [Fact]
    public async Task Write_OfALongReport_IsDoneWhileItIsRead()
    {
        using var jsonLines = await JsonLinesAsync([.. Enumerable.Range(2, 20_000).Select(row => new Diagnostic(DiagnosticCodes.RowInvalidDate, Severity.Error, "a.csv", row, "date"))]);
        using var output = new MemoryStream();
        var written = new List<(long Read, long Written)>();
        using var watched = new Watched(jsonLines, position => written.Add((position, output.Length)));

        await CsvReport.WriteAsync(watched, output, Token);

        Assert.Contains(written, at => at.Read < jsonLines.Length / 2 && at.Written > 0);
        Assert.Equal(20_001, Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split("\r\n").Length);
    }

    internal static async Task<MemoryStream> JsonLinesAsync(params Diagnostic[] findings)
    {
        var content = new MemoryStream();
        await using (var writer = new JsonLinesDiagnosticWriter(content))
        {
            foreach (var finding in findings)
            {
                writer.Report(finding);
            }
        }

        content.Position = 0;
        return content;
    }

    /// <summary>Says before each read how far it is.</summary>
    private sealed class Watched(MemoryStream inner, Action<long> reads) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            reads(inner.Position);
            return inner.Read(buffer, offset, count);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reads(inner.Position);
            return inner.ReadAsync(buffer, cancellationToken);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
