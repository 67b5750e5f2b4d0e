namespace ClosingGap.Ingest.Validation;

/// <summary>
/// The keys of a file in the order of its rows, in parts by their first bits; which of them are there more than once is found at the end, part
/// by part (the partitioning of hash joins: Shatdal, Kant and Naughton, VLDB 1994). To write a key down costs a fraction of a look into a set
/// that is larger than the processor's caches. 16 bytes a row, in memory or in the spill file, and while doubles are sought 16 to 32 bytes for
/// each row of one of the 64 parts.
/// </summary>
internal sealed class KeyLog(KeyMemory memory) : IDisposable
{
    private const int PartBits = 6;

    private readonly KeyLogPart?[] _parts = new KeyLogPart?[1 << PartBits];

    /// <summary>Writes down the key of a row.</summary>
    public void Add(ulong hash, long row, bool isAccepted) => (_parts[hash >> (64 - PartBits)] ??= new KeyLogPart(memory)).Add(new LoggedKey(hash, row, isAccepted));

    /// <summary>The rows with a key that a row before them has, in order.</summary>
    public List<LoggedKey> Doubles()
    {
        var doubles = new List<LoggedKey>();
        var scratch = Array.Empty<ulong>();
        foreach (var part in _parts)
        {
            part?.Doubles(ref scratch, doubles);
        }

        doubles.Sort(static (one, other) => one.Row.CompareTo(other.Row));
        return doubles;
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
