using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// A 64-bit hash of keys, so that sets of millions of ids fit in memory. Sixteen bytes a step through a folded 128-bit product (the mixing
/// step of wyhash, Wang Yi), with constants of this process alone: nobody can make ids that collide, and no hash outlives its validation. Two of
/// ten million random ids collide with a chance of about 3 in 1,000,000.
/// </summary>
internal static class KeyHash
{
    private const int Step = 2 * sizeof(ulong);

    private static readonly ulong s_first = Random() | 1;
    private static readonly ulong s_second = Random() | 1;

    /// <summary>The hash of nothing.</summary>
    public static ulong Seed { get; } = Random();

    /// <summary>The hash of one id.</summary>
    public static ulong Of(ReadOnlySpan<char> text) => Append(Seed, text);

    /// <summary>The hash of one id in UTF-8.</summary>
    public static ulong Of(ReadOnlySpan<byte> text) => Append(Seed, text);

    /// <summary>The hash of a key of several parts.</summary>
    public static ulong Append(ulong hash, ReadOnlySpan<char> text)
    {
        const int MaxOnStack = 512;
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = needed <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[needed];
        return Append(hash, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>The hash of a key of several parts, this one in UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Append(ulong hash, ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (s_first, s_second);
        var state = hash ^ ((ulong)bytes.Length * second);
        if (bytes.Length > 2 * Step)
        {
            // Two lanes, which the processor works on side by side.
            var other = second;
            do
            {
                state = Mix(MemoryMarshal.Read<ulong>(bytes) ^ first, MemoryMarshal.Read<ulong>(bytes[sizeof(ulong)..]) ^ state);
                other = Mix(MemoryMarshal.Read<ulong>(bytes[Step..]) ^ second, MemoryMarshal.Read<ulong>(bytes[(Step + sizeof(ulong))..]) ^ other);
                bytes = bytes[(2 * Step)..];
            }
            while (bytes.Length > 2 * Step);
            state ^= other;
        }

        while (bytes.Length > Step)
        {
            state = Mix(MemoryMarshal.Read<ulong>(bytes) ^ first, MemoryMarshal.Read<ulong>(bytes[sizeof(ulong)..]) ^ state);
            bytes = bytes[Step..];
        }

        ulong low = 0, high = 0;
        if (bytes.Length >= sizeof(ulong))
        {
            // The two reads overlap where there are fewer than sixteen bytes.
            low = MemoryMarshal.Read<ulong>(bytes);
            high = MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var part in bytes)
            {
                low = (low << 8) | part;
            }
        }

        return Mix(Mix(low ^ first, high ^ state), second);
    }

    /// <summary>The hash of two hashes: another for the same two the other way round.</summary>
    public static ulong Pair(ulong first, ulong second) => Mix(first ^ s_first, BitOperations.RotateLeft(second, 32) ^ s_second);

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private static ulong Random() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
