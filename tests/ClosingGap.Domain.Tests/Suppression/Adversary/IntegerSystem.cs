namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Whole-number unknowns between bounds, and sums of them between bounds. Narrowing is by intervals: a sum leaves to each of its
/// unknowns what the others cannot take. Every narrowing since a mark can be taken back.
/// </summary>
internal sealed class IntegerSystem
{
    private readonly List<IntegerSum> _sums = [];
    private readonly List<List<(int Sum, long Weight)>> _sumsOf = [];
    private long[] _low = [];
    private long[] _high = [];
    private readonly Stack<(int Unknown, long Low, long High)> _trail = [];
    private readonly Queue<int> _waiting = [];
    private readonly List<bool> _isWaiting = [];

    /// <summary>Told after the bounds of an unknown changed, either way.</summary>
    public Action<int>? Changed { get; set; }

    public int Unknowns { get; private set; }

    public List<IntegerSum> Sums => _sums;

    /// <summary>The sum that the last failed narrowing failed in; -1: bounds of the caller alone.</summary>
    public int Failed { get; private set; } = -1;

    /// <summary>Narrowings so far; <see cref="BackTo"/> takes back to it.</summary>
    public int Mark => _trail.Count;

    public long Low(int unknown) => _low[unknown];

    public long High(int unknown) => _high[unknown];

    /// <summary>The sums that an unknown is in, with its weight there.</summary>
    public List<(int Sum, long Weight)> SumsOf(int unknown) => _sumsOf[unknown];

    public int AddUnknown(long low, long high)
    {
        if (Unknowns == _low.Length)
        {
            Array.Resize(ref _low, Math.Max(64, 2 * Unknowns));
            Array.Resize(ref _high, _low.Length);
        }

        _low[Unknowns] = low;
        _high[Unknowns] = high;
        _sumsOf.Add([]);
        return Unknowns++;
    }

    /// <summary>low &lt;= sum of weight x unknown &lt;= high.</summary>
    public void AddSum(IReadOnlyList<(int Unknown, long Weight)> terms, long low, long high)
    {
        _sums.Add(new IntegerSum([.. terms.Select(t => t.Unknown)], [.. terms.Select(t => t.Weight)], low, high));
        _isWaiting.Add(false);
        foreach (var (unknown, weight) in terms)
        {
            _sumsOf[unknown].Add((_sums.Count - 1, weight));
        }
    }

    /// <summary>Narrows all. False: no table exists.</summary>
    public bool NarrowAll()
    {
        for (var sum = 0; sum < _sums.Count; sum++)
        {
            Await(sum);
        }

        return Narrow();
    }

    /// <summary>Holds an unknown between bounds and narrows what follows. False: no table exists; the caller goes back to its mark.</summary>
    public bool Hold(int unknown, long low, long high)
    {
        Failed = -1;
        low = Math.Max(low, _low[unknown]);
        high = Math.Min(high, _high[unknown]);
        return low <= high && Set(unknown, low, high) && Narrow();
    }

    public void BackTo(int mark)
    {
        while (_trail.Count > mark)
        {
            var (unknown, low, high) = _trail.Pop();
            _low[unknown] = low;
            _high[unknown] = high;
            Changed?.Invoke(unknown);
        }
    }

    private bool Narrow()
    {
        while (_waiting.TryDequeue(out var sum))
        {
            _isWaiting[sum] = false;
            if (!Narrow(_sums[sum]))
            {
                Failed = sum;
                while (_waiting.TryDequeue(out var left))
                {
                    _isWaiting[left] = false;
                }

                return false;
            }
        }

        return true;
    }

    private bool Narrow(IntegerSum sum)
    {
        long least = 0, most = 0;
        var (unknowns, weights) = (sum.Unknowns, sum.Weights);
        for (var i = 0; i < unknowns.Length; i++)
        {
            var (low, high, weight) = (_low[unknowns[i]], _high[unknowns[i]], weights[i]);
            least += weight * (weight > 0 ? low : high);
            most += weight * (weight > 0 ? high : low);
        }

        if (least > sum.High || most < sum.Low)
        {
            return false;
        }

        if (least >= sum.Low && most <= sum.High)
        {
            return true;
        }

        for (var i = 0; i < unknowns.Length; i++)
        {
            var (unknown, weight) = (unknowns[i], weights[i]);
            var (low, high) = (_low[unknown], _high[unknown]);
            if (low == high)
            {
                continue;
            }

            // What this unknown may take at most over its least share, and must take over its least share.
            var (room, need) = (sum.High - least, sum.Low - most);
            var (newLow, newHigh) = weight > 0
                ? (Math.Max(low, high + CeilingOf(need, weight)), Math.Min(high, low + FloorOf(room, weight)))
                : (Math.Max(low, high - FloorOf(room, -weight)), Math.Min(high, low - CeilingOf(need, -weight)));
            if (newLow > newHigh)
            {
                return false;
            }

            if (newLow != low || newHigh != high)
            {
                least += weight * (weight > 0 ? newLow - low : newHigh - high);
                most += weight * (weight > 0 ? newHigh - high : newLow - low);
                Set(unknown, newLow, newHigh);
            }
        }

        return true;
    }

    private bool Set(int unknown, long low, long high)
    {
        if (low == _low[unknown] && high == _high[unknown])
        {
            return true;
        }

        _trail.Push((unknown, _low[unknown], _high[unknown]));
        _low[unknown] = low;
        _high[unknown] = high;
        Changed?.Invoke(unknown);
        foreach (var (sum, _) in _sumsOf[unknown])
        {
            Await(sum);
        }

        return true;
    }

    private void Await(int sum)
    {
        if (!_isWaiting[sum])
        {
            _isWaiting[sum] = true;
            _waiting.Enqueue(sum);
        }
    }

    private static long FloorOf(long value, long divisor) => value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);

    private static long CeilingOf(long value, long divisor) => -FloorOf(-value, divisor);
}
