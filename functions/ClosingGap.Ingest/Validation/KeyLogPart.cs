using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClosingGap.Ingest.Validation;

/// <summary>The keys of a log that share their first bits, in the order in which they were written down.</summary>
internal sealed class KeyLogPart(KeyMemory memory) : IDisposable
{
    /// <summary>Keys that are gathered before they go to a chunk, so that the writing ends of all parts stay in the processor's cache.</summary>
    private const int Gathered = 256;

    private const int WordsOfKey = 2;
    private const int KeysOfChunk = KeyChunk.SlotCount / WordsOfKey;

    private readonly LoggedKey[] _gathered = new LoggedKey[Gathered];
    private readonly List<KeyChunk> _chunks = [];
    private int _gatheredCount;
    private int _count;

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

    /// <summary>Adds the keys that one before them equals.</summary>
    /// <param name="scratch">Room that is used again from part to part, and made larger.</param>
    public void Doubles(ref ulong[] scratch, List<LoggedKey> doubles)
    {
        var slots = Room(ref scratch, _count + _gatheredCount);
        HashSet<ulong>? repeated = null;
        ForEach(keys => repeated = Sift(keys, slots.Span, repeated));

        if (repeated is null)
        {
            return;
        }

        var met = new HashSet<ulong>();
        ForEach(keys =>
        {
            foreach (ref readonly var key in keys)
            {
                if (repeated.Contains(key.Hash) && !met.Add(key.Hash))
                {
                    doubles.Add(key);
                }
            }
        });
    }

    /// <summary>Gives its room back.</summary>
    public void Dispose() => _chunks.ForEach(memory.Return);

    private static Memory<ulong> Room(ref ulong[] scratch, int keys)
    {
        var needed = (int)BitOperations.RoundUpToPowerOf2((uint)keys * 2);
        if (scratch.Length < needed)
        {
            scratch = new ulong[needed];
        }

        Array.Clear(scratch, 0, needed);
        return scratch.AsMemory(0, needed);
    }

    /// <summary>Puts keys into slots, and gathers those that were there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static HashSet<ulong>? Sift(ReadOnlySpan<LoggedKey> keys, Span<ulong> slots, HashSet<ulong>? repeated)
    {
        foreach (ref readonly var key in keys)
        {
            var at = KeyChunk.Find(slots, key.Hash);
            if (slots[at] == key.Hash)
            {
                (repeated ??= []).Add(key.Hash);
            }

            slots[at] = key.Hash;
        }

        return repeated;
    }

    private void ForEach(Action<ReadOnlySpan<LoggedKey>> act)
    {
        ulong[]? buffer = null;
        for (var chunk = 0; chunk < _chunks.Count; chunk++)
        {
            var words = _chunks[chunk].Slots;
            if (words is null)
            {
                words = buffer ??= new ulong[KeyChunk.SlotCount];
                memory.File.Read(_chunks[chunk].Offset, words);
            }

            act(MemoryMarshal.Cast<ulong, LoggedKey>(words)[..Math.Min(KeysOfChunk, _count - (chunk * KeysOfChunk))]);
        }

        act(_gathered.AsSpan(0, _gatheredCount));
    }

    private void Flush()
    {
        if (_count % KeysOfChunk == 0)
        {
            _chunks.Add(memory.Take());
        }

        var words = MemoryMarshal.Cast<LoggedKey, ulong>(_gathered.AsSpan(0, _gatheredCount));
        var at = _count % KeysOfChunk * WordsOfKey;
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
