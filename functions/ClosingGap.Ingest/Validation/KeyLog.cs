namespace ClosingGap.Ingest.Validation;

/// <summary>
/// The keys of a file in the order of its rows, in parts by some bits of their hash; which of them are there more than once is found at the end, part
/// by part (the partitioning of hash joins: Shatdal, Kant and Naughton, VLDB 1994). To write a key down costs a fraction of a look into a set
/// that is larger than the processor's caches. 16 bytes a row, in memory or in the spill file, and the set of one of the 64 parts while doubles
/// are sought.
/// </summary>
internal sealed class KeyLog(KeyMemory memory) : IDisposable
{
    private const int PartBits = 6;

    /// <summary>A set finds its chunk by the first bits of a hash and its slot by the last: parts go by others.</summary>
    private const int PartShift = 24;

    private readonly KeyLogPart?[] _parts = new KeyLogPart?[1 << PartBits];

    /// <summary>Writes down the key of a row.</summary>
    public void Add(ulong hash, long row, bool isAccepted) => (_parts[(hash >> PartShift) & ((1 << PartBits) - 1)] ??= new KeyLogPart(memory)).Add(new LoggedKey(hash, row, isAccepted));

    /// <summary>The rows with a key that a row before them has, in order, and whether nothing else was wrong with them.</summary>
    public IEnumerable<(long Row, bool IsAccepted)> Doubles()
    {
        var doubles = new DoubleRows();
        var table = new KeyTable();
        foreach (var part in _parts)
        {
            part?.Mark(doubles, table);
        }

        return doubles.InOrder();
    }

    /// <summary>Gives its room back.</summary>
    public void Dispose()
    {
        foreach (var part in _parts)
        {
            part?.Dispose();
        }

        Array.Clear(_parts);
    }
}
