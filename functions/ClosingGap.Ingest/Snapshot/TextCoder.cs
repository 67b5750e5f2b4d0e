using System.Buffers;
using System.Runtime.InteropServices;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>
/// Numbers the texts of a column. Equal cells of a row group are one array where the file has a dictionary for them: such an array is looked at
/// once, and found again by its reference.
/// </summary>
internal sealed class TextCoder : IDisposable
{
    private const int Slots = 4096;
    private readonly StringPool _pool = new();
    private readonly (char[]? Text, int Code)[] _recent = ArrayPool<(char[]?, int)>.Shared.Rent(Slots);

    /// <summary>Numbers the cells of a row group; −1 where there is none.</summary>
    public void Code(ReadOnlySpan<ReadOnlyMemory<char>> texts, ReadOnlySpan<int> levels, Span<int> codes)
    {
        var next = 0;
        var last = default(ReadOnlyMemory<char>);
        var code = -1;
        for (var row = 0; row < levels.Length; row++)
        {
            if (levels[row] == 0)
            {
                codes[row] = -1;
                continue;
            }

            ref readonly var text = ref texts[next++];

            // Memories are equal when they are the same part of the same array.
            if (code < 0 || !text.Equals(last))
            {
                last = text;
                code = MemoryMarshal.TryGetArray(text, out var segment) && segment.Count == segment.Array!.Length
                    ? Find(segment.Array)
                    : _pool.Add(text.Span);
            }

            codes[row] = code;
        }

        // The arrays of another row group are others.
        Array.Clear(_recent);
    }

    /// <summary>The texts by their numbers.</summary>
    public string[] Values() => _pool.ToArray();

    public void Dispose() => ArrayPool<(char[]?, int)>.Shared.Return(_recent, clearArray: true);

    private int Find(char[] text)
    {
        if (_pool.TryAddNext(text, out var next))
        {
            return next;
        }

        ref var recent = ref _recent[SlotOf(text)];
        if (!ReferenceEquals(recent.Text, text))
        {
            recent = (text, _pool.Add(text));
        }

        return recent.Code;
    }

    /// <summary>Ids that follow each other differ in their last characters: these alone tell most texts of a column apart.</summary>
    private static uint SlotOf(ReadOnlySpan<char> text)
    {
        var slot = (uint)text.Length;
        foreach (var character in text[^Math.Min(text.Length, 6)..])
        {
            slot = (slot * 31) + character;
        }

        return slot % Slots;
    }
}
