namespace ClosingGap.Pipeline.Computing;

/// <summary>The students of a shard by their ids, numbered from 0 in ordinal order.</summary>
internal sealed class StudentOrdinals
{
    private readonly string[] _ids;
    private readonly Dictionary<string, int> _ordinals;

    /// <param name="ids">Distinct ids in ordinal order.</param>
    public StudentOrdinals(IReadOnlyCollection<string> ids)
    {
        _ids = [.. ids];
        _ordinals = new Dictionary<string, int>(_ids.Length, StringComparer.Ordinal);
        foreach (var id in _ids)
        {
            _ordinals.Add(id, _ordinals.Count);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _ids.Length;

    /// <summary>For each of some ids the student's number; −1: no student of the shard.</summary>
    public int[] Find(ReadOnlySpan<string> ids)
    {
        var found = new int[ids.Length];
        var next = 0;
        for (var i = 0; i < found.Length; i++)
        {
            // Most tables name students in this very order: the next one is tried before it is looked up.
            if (next < _ids.Length && string.Equals(_ids[next], ids[i], StringComparison.Ordinal))
            {
                found[i] = next++;
            }
            else if (_ordinals.TryGetValue(ids[i], out var student))
            {
                found[i] = student;
                next = student + 1;
            }
            else
            {
                found[i] = -1;
            }
        }

        return found;
    }
}
