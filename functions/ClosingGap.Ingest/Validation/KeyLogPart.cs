using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClosingGap.Ingest.Validation;

/// <summary>The keys of a log that share the bits of their part, in the order in which they were written down.</summary>
internal sealed class KeyLogPart(KeyMemory memory) : IDisposable
{
    /// <summary>Keys that are gathered before they go to a chunk, so that the writing ends of all parts stay in the processor's cache.</summary>
    private const int Gathered = 256;

    private const int WordsOfKey = 2;
    private const int KeysOfChunk = KeyChunk.SlotCount / WordsOfKey;

    private readonly LoggedKey[] _gathered = new LoggedKey[Gathered];
    private readonly List<KeyChunk> _chunks = [];
    private int _gatheredCount;
    private long _count;

    /// <summary>Writes down a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(LoggedKey key)
    {
        if (_gatheredCount == Gathered)
        {
            Flush();
        }

        _gathered[_gatheredCount++] = key;
    }

    /// <summary>Marks the rows with a key that a row before them has.</summary>
    /// <param name="doubles">Takes the rows.</param>
    /// <param name="table">Takes the keys of a part unless there are too many of them; another part fills it anew.</param>
    public void Mark(DoubleRows doubles, KeyTable table)
    {
        var count = _count + _gatheredCount;
        using var set = new KeySet(memory);
        if (count <= KeyTable.MaxKeys)
        {
            table.Clear((int)count);
        }

        var small = count <= KeyTable.MaxKeys ? table : null;
        ulong[]? buffer = null;
        for (var chunk = 0; chunk < _chunks.Count; chunk++)
        {
            var words = _chunks[chunk].Slots;
            if (words is null)
            {
                words = buffer ??= new ulong[KeyChunk.SlotCount];
                memory.File.Read(_chunks[chunk].Offset, words);
            }

            var keys = MemoryMarshal.Cast<ulong, LoggedKey>(words);
            Mark(keys[..(int)Math.Min(KeysOfChunk, _count - ((long)chunk * KeysOfChunk))], small, set, doubles);
        }

        Mark(_gathered.AsSpan(0, _gatheredCount), small, set, doubles);
    }

    /// <summary>Gives its room back.</summary>
    public void Dispose() => _chunks.ForEach(memory.Return);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mark(ReadOnlySpan<LoggedKey> keys, KeyTable? table, KeySet set, DoubleRows doubles)
    {
        foreach (ref readonly var key in keys)
        {
            if (!(table is null ? set.Add(key.Hash) : table.Add(key.Hash)))
            {
                doubles.Add(key.Row, key.IsAccepted);
            }
        }
    }

    private void Flush()
    {
        if (_count % KeysOfChunk == 0)
        {
            _chunks.Add(memory.Take());
        }

        var words = MemoryMarshal.Cast<LoggedKey, ulong>(_gathered.AsSpan(0, _gatheredCount));
        var at = (int)(_count % KeysOfChunk) * WordsOfKey;
        if (_chunks[^1].Slots is { } slots)
        {
            words.CopyTo(slots.AsSpan(at));
        }
        else
        {
            memory.File.Write(_chunks[^1].Offset + (at * sizeof(ulong)), words);
        }

        _count += _gatheredCount;
        _gatheredCount = 0;
    }
}
