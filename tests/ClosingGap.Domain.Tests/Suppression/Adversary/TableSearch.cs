namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Decides whether a whole table exists with an unknown held between bounds. It keeps a table near one that is known, looks at a sum
/// that this table breaks, and branches on the values of one of its unknowns, the one that mends most first. Each branch narrows; when
/// every branch is narrowed to nothing, no table exists. A search that goes on for long is begun again with what it learned: sums that
/// failed often are looked at first.
/// </summary>
internal sealed class TableSearch
{
    /// <summary>Branches before a search is begun again; each time half as many more.</summary>
    private const long FirstRun = 250;

    private readonly IntegerSystem _system;
    private readonly long[] _near;
    private readonly long[] _table;
    private readonly long[] _values;
    private readonly BrokenSums _broken;
    private readonly double[] _failures;
    private readonly long _budget;
    private System.Random _random = new(0);
    private bool _isAgain;
    private long _left;

    public TableSearch(IntegerSystem system, long budget)
    {
        _system = system;
        _budget = budget;
        _near = new long[system.Unknowns];
        _table = new long[system.Unknowns];
        _values = new long[system.Sums.Count];
        _broken = new BrokenSums(system.Sums.Count);
        _failures = new double[system.Sums.Count];
        Array.Fill(_failures, 1);
        system.Changed = Follow;
        for (var unknown = 0; unknown < system.Unknowns; unknown++)
        {
            Follow(unknown);
        }

        for (var sum = 0; sum < _values.Length; sum++)
        {
            _broken.Note(sum, Excess(sum, _values[sum]) != 0);
        }
    }

    /// <summary>Branches tried in all questions so far.</summary>
    public long Nodes { get; private set; }

    /// <summary>The table that answered Yes.</summary>
    public IReadOnlyList<long> Found { get; private set; } = [];

    /// <summary>Is there a table with low &lt;= unknown &lt;= high? Looks near the given table first.</summary>
    public Decision Exists(int unknown, long low, long high, IReadOnlyList<long> near)
    {
        for (var i = 0; i < _near.Length; i++)
        {
            _near[i] = near[i];
            Follow(i);
        }

        _random = new System.Random(0);
        var spent = 0L;
        for (var run = FirstRun; ; run += run / 2)
        {
            _isAgain = spent > 0;
            _left = Math.Min(run, _budget - spent);
            spent += _left;
            var answer = Once(unknown, low, high);
            if (answer != Decision.Undecided || spent >= _budget)
            {
                return answer;
            }
        }
    }

    private Decision Once(int unknown, long low, long high)
    {
        var mark = _system.Mark;
        var answer = Hold(unknown, low, high) ? Descend() : Decision.No;
        if (answer == Decision.Yes)
        {
            Found = (long[])_table.Clone();
            Recount();
        }

        _system.BackTo(mark);
        return answer;
    }

    /// <summary>A table that is found is counted through once more: no answer rests on what was kept up to date on the way.</summary>
    private void Recount()
    {
        foreach (var sum in _system.Sums)
        {
            var value = 0L;
            for (var i = 0; i < sum.Unknowns.Length; i++)
            {
                value += sum.Weights[i] * Found[sum.Unknowns[i]];
            }

            if (value < sum.Low || value > sum.High)
            {
                throw new InvalidOperationException("A table that was found does not hold a sum.");
            }
        }
    }

    private bool Hold(int unknown, long low, long high)
    {
        if (_system.Hold(unknown, low, high))
        {
            return true;
        }

        if (_system.Failed >= 0)
        {
            _failures[_system.Failed]++;
        }

        return false;
    }

    private Decision Descend()
    {
        if (_broken.Count == 0)
        {
            return Decision.Yes;
        }

        if (_left-- <= 0)
        {
            return Decision.Undecided;
        }

        Nodes++;
        var (unknown, value) = Choose();
        var (low, high) = (_system.Low(unknown), _system.High(unknown));
        var below = (Low: low, High: value - 1);
        var above = (Low: value + 1, High: high);
        var towardsTable = value > _table[unknown];
        ReadOnlySpan<(long Low, long High)> branches = [(value, value), towardsTable ? below : above, towardsTable ? above : below];
        foreach (var branch in branches)
        {
            if (branch.Low > branch.High)
            {
                continue;
            }

            var mark = _system.Mark;
            var answer = Hold(unknown, branch.Low, branch.High) ? Descend() : Decision.No;
            if (answer != Decision.No)
            {
                return answer;
            }

            _system.BackTo(mark);
        }

        return Decision.No;
    }

    /// <summary>In the smallest broken sum, the unknown whose move leaves the least broken, and where it goes.</summary>
    private (int Unknown, long Value) Choose()
    {
        var sum = _broken.Least(s => Free(_system.Sums[s]) / _failures[s]);
        var terms = _system.Sums[sum];
        var excess = Excess(sum, _values[sum]);
        var best = (Unknown: -1, Value: 0L, Cost: long.MaxValue);
        for (var i = 0; i < terms.Unknowns.Length; i++)
        {
            var unknown = terms.Unknowns[i];
            var (low, high) = (_system.Low(unknown), _system.High(unknown));
            if (low == high)
            {
                continue;
            }

            var weight = terms.Weights[i];
            var wanted = _table[unknown] - (weight is 1 or -1 ? excess * weight : Math.Sign(excess * weight) * Math.Max(1, Math.Abs(excess / weight)));
            var value = Math.Clamp(wanted, low, high);
            var cost = Cost(unknown, value - _table[unknown]) + (value == _table[unknown] ? Math.Abs(excess) : 0);
            if (cost < best.Cost || (cost == best.Cost && _isAgain && _random.Next(0, 2) == 0))
            {
                best = (unknown, value, cost);
            }
        }

        return (best.Unknown, best.Value);
    }

    private int Free(IntegerSum sum)
    {
        var free = 0;
        foreach (var unknown in sum.Unknowns)
        {
            free += _system.Low(unknown) != _system.High(unknown) ? 1 : 0;
        }

        return free;
    }

    /// <summary>How much more the sums of an unknown are broken when it moves.</summary>
    private long Cost(int unknown, long move)
    {
        long cost = 0;
        foreach (var (sum, weight) in _system.SumsOf(unknown))
        {
            cost += Math.Abs(Excess(sum, _values[sum] + (weight * move))) - Math.Abs(Excess(sum, _values[sum]));
        }

        return cost;
    }

    private long Excess(int sum, long value)
    {
        var terms = _system.Sums[sum];
        return value > terms.High ? value - terms.High : value < terms.Low ? value - terms.Low : 0;
    }

    /// <summary>Keeps the table at the known one, as far as the bounds allow.</summary>
    private void Follow(int unknown) => Put(unknown, Math.Clamp(_near[unknown], _system.Low(unknown), _system.High(unknown)));

    private void Put(int unknown, long value)
    {
        var move = value - _table[unknown];
        if (move == 0)
        {
            return;
        }

        _table[unknown] = value;
        foreach (var (sum, weight) in _system.SumsOf(unknown))
        {
            _values[sum] += weight * move;
            _broken.Note(sum, Excess(sum, _values[sum]) != 0);
        }
    }
}
