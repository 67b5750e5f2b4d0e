using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ClosingGap.Ingest.Csv;

/// <summary>Some records of a file that follow each other, with the text in which they stand.</summary>
internal sealed class CsvBlock : IDisposable
{
    private const int FirstFields = 1 << 13;
    private const int FirstRecords = 1 << 9;

    private byte[] _text = [];
    private int _used;
    private CsvField[] _fields = ArrayPool<CsvField>.Shared.Rent(FirstFields);
    private CsvRecord[] _records = ArrayPool<CsvRecord>.Shared.Rent(FirstRecords);

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>True when no block follows.</summary>
    public bool IsLast { get; set; }

    /// <summary>What ended the reading behind the last record, or null.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }

    /// <summary>The text in which all fields stand.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>The text, for one that reads many fields of it.</summary>
    public byte[] TextArray => _text;

    /// <summary>The fields of all records, for one that reads many of them.</summary>
    public CsvField[] FieldArray => _fields;

    /// <summary>A record.</summary>
    public ref readonly CsvRecord this[int record] => ref _records[record];

    /// <summary>The kept fields of a record.</summary>
    public ReadOnlySpan<CsvField> Fields(in CsvRecord record) => _fields.AsSpan(record.First, record.Kept);

    /// <summary>One field where it stands, without its quotes; doubled quotes are still doubled.</summary>
    public ReadOnlySpan<byte> Field(in CsvRecord record, int index)
    {
        ref readonly var field = ref _fields[record.First + index];
        return _text.AsSpan(field.Start, field.Length);
    }

    /// <summary>Adds the record that a reader has just read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(long row, CsvRecordReader reader)
    {
        if (Count == _records.Length)
        {
            _records = Larger(_records, Count, Count + 1);
        }

        _records[Count++] = new CsvRecord(row, reader.First, reader.Kept, reader.FieldCount, reader.HasEscapes, reader.Fault, reader.Deviation);
        reader.Keep();
    }

    /// <summary>Room for twice the fields, with those that are there.</summary>
    public CsvField[] LargerFields(int used) => _fields = Larger(_fields, used, used + 1);

    /// <summary>Takes over the text from its scanner.</summary>
    public void Hold(byte[] text, int used) => (_text, _used) = (text, used);

    /// <summary>Gives the arrays back, the text cleared: nothing of a file is left to who rents them next.</summary>
    public void Dispose()
    {
        CsvBuffers.Return(_text, _used);
        _text = [];

        if (_fields.Length > 0)
        {
            ArrayPool<CsvField>.Shared.Return(_fields);
            ArrayPool<CsvRecord>.Shared.Return(_records);
            (_fields, _records) = ([], []);
        }
    }

    private static T[] Larger<T>(T[] array, int used, int needed)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(array.Length * 2, needed));
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        return larger;
    }
}
