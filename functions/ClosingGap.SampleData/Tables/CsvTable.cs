using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClosingGap.SampleData;

/// <summary>
/// Writes one UTF-8 CSV file (RFC 4180, CRLF) through a buffer. The target is opened with the first rows, so a table
/// without rows leaves no file behind: OneRoster permits no file with a header alone.
/// </summary>
internal sealed class CsvTable(string[] header, Func<CancellationToken, ValueTask<Stream>> open) : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + 4096);
    private Stream? _target;
    private int _column;

    public long Rows { get; private set; }

    public CsvTable Field(string? value)
    {
        Separate();
        if (string.IsNullOrEmpty(value))
        {
            return this;
        }

        if (value.AsSpan().IndexOfAny(',', '"') < 0)
        {
            Encoding.UTF8.GetBytes(value, _buffer);
            return this;
        }

        Encoding.UTF8.GetBytes($"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", _buffer);
        return this;
    }

    public CsvTable Field(int value)
    {
        Separate();
        value.TryFormat(_buffer.GetSpan(12), out var written, provider: CultureInfo.InvariantCulture);
        _buffer.Advance(written);
        return this;
    }

    public CsvTable Field(bool value) => Field(value ? "true" : "false");

    public CsvTable Field(DateOnly value) => Field(SchoolCalendar.Iso(value));

    public CsvTable Blank(int columns = 1)
    {
        for (var i = 0; i < columns; i++)
        {
            Separate();
        }

        return this;
    }

    /// <exception cref="InvalidOperationException">The row has another number of fields than the header: a fault of this program.</exception>
    public void EndRow()
    {
        if (_column != header.Length)
        {
            throw new InvalidOperationException($"A row has {_column} fields, its header {header.Length}.");
        }

        _buffer.Write("\r\n"u8);
        _column = 0;
        Rows++;
    }

    /// <summary>Call between students: writes out when enough has gathered, and is where the work can be cancelled.</summary>
    public ValueTask FlushIfFullAsync(CancellationToken ct) => _buffer.WrittenCount >= FlushAt ? FlushAsync(ct) : ValueTask.CompletedTask;

    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        if (_buffer.WrittenCount > 0)
        {
            await FlushAsync(ct);
        }
    }

    public ValueTask DisposeAsync() => _target?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        if (_target is null)
        {
            _target = await open(ct);
            await _target.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', header) + "\r\n"), ct);
        }

        await _target.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void Separate()
    {
        if (_column++ > 0)
        {
            _buffer.GetSpan(1)[0] = (byte)',';
            _buffer.Advance(1);
        }
    }
}
