using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>
/// The smallest hashes of a column's values, as a sample by which two columns can be compared in little memory (bottom-k sketch, Cohen and
/// Kaplan 2007).
/// </summary>
internal sealed class IdSketch
{
    private const int Kept = 1_024;

    private readonly SortedSet<ulong> _hashes = [];

    /// <summary>True when there are more values than are kept.</summary>
    public bool IsFull => _hashes.Count == Kept;

    /// <summary>About how many different values there are.</summary>
    public double Distinct => IsFull ? (Kept - 1) / (_hashes.Max / (double)ulong.MaxValue) : _hashes.Count;

    public void Add(string value)
    {
        var hash = KeyHash.Of(value);
        if (IsFull)
        {
            if (hash >= _hashes.Max)
            {
                return;
            }

            if (_hashes.Add(hash))
            {
                _hashes.Remove(_hashes.Max);
            }

            return;
        }

        _hashes.Add(hash);
    }

    /// <summary>The share of these values that the other column holds too, 0 to 1.</summary>
    public double ContainedIn(IdSketch other)
    {
        var limit = other.IsFull ? other._hashes.Max : ulong.MaxValue;
        var (seen, found) = (0, 0);
        foreach (var hash in _hashes.TakeWhile(hash => hash <= limit))
        {
            seen++;
            found += other._hashes.Contains(hash) ? 1 : 0;
        }

        return seen == 0 ? 0 : (double)found / seen;
    }
}
