namespace ClosingGap.Ingest.Validation;

/// <summary>A set of 64-bit hashes in one flat array: 8 bytes a slot, at most three quarters filled.</summary>
internal sealed class KeySet
{
    private ulong[] _slots = new ulong[64];
    private int _count;
    private bool _hasZero;

    public int Count => _count + (_hasZero ? 1 : 0);

    /// <summary>Adds a hash; false when it was there.</summary>
    public bool Add(ulong hash)
    {
        if (hash == 0)
        {
            var isNew = !_hasZero;
            _hasZero = true;
            return isNew;
        }

        if (_count >= _slots.Length / 4 * 3)
        {
            Grow();
        }

        var at = Find(_slots, hash);
        if (_slots[at] == hash)
        {
            return false;
        }

        _slots[at] = hash;
        _count++;
        return true;
    }

    /// <summary>True when the hash was added.</summary>
    public bool Contains(ulong hash) => hash == 0 ? _hasZero : _slots[Find(_slots, hash)] == hash;

    private static int Find(ulong[] slots, ulong hash)
    {
        var mask = slots.Length - 1;
        var at = (int)(hash >> 32) & mask;
        while (slots[at] != 0 && slots[at] != hash)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var larger = new ulong[checked(_slots.Length * 2)];
        foreach (var hash in _slots)
        {
            if (hash != 0)
            {
                larger[Find(larger, hash)] = hash;
            }
        }

        _slots = larger;
    }
}
