namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>The sums that a table breaks, to be noted and looked through without looking at all.</summary>
internal sealed class BrokenSums(int sums)
{
    private readonly List<int> _broken = [];
    private readonly int[] _place = [.. Enumerable.Repeat(-1, sums)];

    public int Count => _broken.Count;

    public void Note(int sum, bool broken)
    {
        var place = _place[sum];
        if (broken == (place >= 0))
        {
            return;
        }

        if (broken)
        {
            _place[sum] = _broken.Count;
            _broken.Add(sum);
            return;
        }

        var last = _broken[^1];
        _broken[place] = last;
        _place[last] = place;
        _broken.RemoveAt(_broken.Count - 1);
        _place[sum] = -1;
    }

    /// <summary>The broken sum with the least of something; the lower index first, so that a search can be repeated.</summary>
    public int Least(Func<int, double> of)
    {
        var (best, least) = (-1, double.MaxValue);
        foreach (var sum in _broken)
        {
            var value = of(sum);
            if (value < least || (value == least && sum < best))
            {
                (best, least) = (sum, value);
            }
        }

        return best;
    }
}
