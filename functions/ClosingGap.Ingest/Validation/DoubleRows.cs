using System.Numerics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Rows whose key a row before them has: a bit or two for each row of the file, however many of them are doubles.</summary>
internal sealed class DoubleRows
{
    private const int RowsOfWord = 64;

    private ulong[] _doubles = [];
    private ulong[] _accepted = [];

    /// <summary>Adds a row.</summary>
    /// <param name="isAccepted">True when nothing else was wrong with it.</param>
    public void Add(long row, bool isAccepted)
    {
        var word = (int)(row / RowsOfWord);
        if (word >= _doubles.Length)
        {
            var length = (int)BitOperations.RoundUpToPowerOf2((uint)word + 1);
            Array.Resize(ref _doubles, length);
            Array.Resize(ref _accepted, length);
        }

        var bit = 1UL << (int)(row % RowsOfWord);
        _doubles[word] |= bit;
        _accepted[word] |= isAccepted ? bit : 0;
    }

    /// <summary>The rows in order.</summary>
    public IEnumerable<(long Row, bool IsAccepted)> InOrder()
    {
        for (var word = 0; word < _doubles.Length; word++)
        {
            for (var bits = _doubles[word]; bits != 0; bits &= bits - 1)
            {
                var bit = BitOperations.TrailingZeroCount(bits);
                yield return (((long)word * RowsOfWord) + bit, (_accepted[word] >> bit & 1) != 0);
            }
        }
    }
}
