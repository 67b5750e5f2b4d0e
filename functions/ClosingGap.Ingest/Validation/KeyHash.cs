using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// A 64-bit hash of keys, so that sets of millions of ids fit in memory. Eight bytes a step through a folded 128-bit product (the mixing
/// step of wyhash, Wang Yi). Two of ten million random ids collide with a chance of about 3 in 1,000,000.
/// </summary>
internal static class KeyHash
{
    private const ulong First = 0xA0761D6478BD642F;
    private const ulong Second = 0xE7037ED1A0B428DB;

    /// <summary>The hash of nothing: another in every process, so that nobody can make ids that collide. No hash outlives its validation.</summary>
    public static ulong Seed { get; } = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>The hash of one id.</summary>
    public static ulong Of(ReadOnlySpan<char> text) => Append(Seed, text);

    /// <summary>The hash of a key of several parts.</summary>
    public static ulong Append(ulong hash, ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var state = Mix(hash ^ First, (ulong)bytes.Length + Second);
        while (bytes.Length >= sizeof(ulong))
        {
            state = Mix(state ^ MemoryMarshal.Read<ulong>(bytes), Second);
            bytes = bytes[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (var part in bytes)
        {
            rest = (rest << 8) | part;
        }

        return Mix(state ^ rest, First);
    }

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
