namespace ClosingGap.Ingest.Snapshot;

/// <summary>The distinct strings of one column, numbered from 0 in order of arrival. Equal numbers are equal strings.</summary>
internal sealed class StringPool
{
    private readonly List<string> _strings = [];

    // Null as long as each new text came after all before it, as ids of a sorted file do: such a text is new without a look.
    private Dictionary<string, int>? _numbers;
    private int _last = -1;

    public int Count => _strings.Count;

    public string this[int number] => _strings[number];

    public int Add(ReadOnlySpan<char> text)
    {
        // Sorted and grouped files repeat the cell above: a comparison is cheaper than a hash.
        if (_last >= 0 && text.SequenceEqual(_strings[_last]))
        {
            return _last;
        }

        if (TryAddNext(text, out var next))
        {
            return next;
        }

        _numbers ??= Numbered();
        if (!_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var number))
        {
            number = _strings.Count;
            var owned = text.ToString();
            _strings.Add(owned);
            _numbers.Add(owned, number);
        }

        return _last = number;
    }

    /// <summary>Adds a text that comes after all before it, as long as every one did; false: nothing was added, and it may be known.</summary>
    public bool TryAddNext(ReadOnlySpan<char> text, out int number)
    {
        if (_numbers is not null || (_last >= 0 && text.SequenceCompareTo(_strings[_last]) <= 0))
        {
            number = -1;
            return false;
        }

        _strings.Add(text.ToString());
        number = _last = _strings.Count - 1;
        return true;
    }

    private Dictionary<string, int> Numbered()
    {
        var numbers = new Dictionary<string, int>(_strings.Count + 1, StringComparer.Ordinal);
        for (var number = 0; number < _strings.Count; number++)
        {
            numbers.Add(_strings[number], number);
        }

        return numbers;
    }

    /// <summary>The strings by their numbers.</summary>
    public string[] ToArray() => [.. _strings];

    /// <summary>For each number its place in ordinal order, from 0.</summary>
    public int[] OrdinalRanks()
    {
        var strings = _strings.ToArray();
        var order = new int[strings.Length];
        for (var number = 0; number < order.Length; number++)
        {
            order[number] = number;
        }

        Array.Sort(strings, order, StringComparer.Ordinal);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }
}
