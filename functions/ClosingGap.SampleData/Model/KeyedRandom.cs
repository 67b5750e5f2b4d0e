namespace ClosingGap.SampleData;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014), keyed by seed, purpose and index, so that what one student gets
/// depends on no other student and on no other purpose's number of draws.
/// </summary>
internal struct KeyedRandom(int seed, RandomPurpose purpose, long index, int part = 0)
{
    private ulong _state = Mix(Mix(Mix((uint)seed + 0x632BE59BD9B4E019UL) + ((ulong)purpose << 32) + (uint)part) + (ulong)index);

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    /// <summary>0 to n - 1. The bias of one part in 2^32 / n does not matter here.</summary>
    public int Below(int n) => (int)(((Next() >> 32) * (ulong)n) >> 32);

    /// <summary>True with a probability of so many parts in 100,000.</summary>
    public bool Chance(int per100000) => Below(100_000) < per100000;

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
