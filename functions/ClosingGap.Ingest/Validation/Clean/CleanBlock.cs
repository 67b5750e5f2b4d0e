using System.Buffers;
using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>A block of records of which it is known which are clean, with the hashes of their ids.</summary>
/// <param name="csv">The records.</param>
/// <param name="shape">Which columns are hashed and which remembered.</param>
internal sealed class CleanBlock(CsvBlock csv, CleanShape shape) : IDisposable
{
    private readonly bool[] _isClean = Rent<bool>(csv.Count, isCleared: true);
    private readonly string?[] _became = Rent<string?>(csv.Count * shape.RememberedCount, isCleared: true);

    /// <summary>The records.</summary>
    public CsvBlock Csv => csv;

    /// <summary>True once it is known which records are clean.</summary>
    public bool IsLookedAt { get; set; }

    /// <summary>True for a clean record.</summary>
    public bool IsClean(int record) => _isClean[record];

    /// <summary>Says that a record is clean.</summary>
    public void SetClean(int record) => _isClean[record] = true;

    /// <summary>The hashes of all records, as many for each as its shape says.</summary>
    public ulong[] Hashes { get; } = Rent<ulong>(csv.Count * shape.HashedCount, isCleared: false);

    /// <summary>What a remembered cell became.</summary>
    public ref string? Became(int record, int slot) => ref _became[(record * shape.RememberedCount) + slot];

    /// <inheritdoc />
    public void Dispose()
    {
        csv.Dispose();
        ArrayPool<bool>.Shared.Return(_isClean);
        ArrayPool<ulong>.Shared.Return(Hashes);
        ArrayPool<string?>.Shared.Return(_became, clearArray: true);
    }

    private static T[] Rent<T>(int length, bool isCleared)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        if (isCleared)
        {
            Array.Clear(array, 0, length);
        }

        return array;
    }
}
