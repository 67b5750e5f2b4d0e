namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>
/// What rules between files need to know of rows read before: sets and maps of 64-bit hashes, 8 to 48 bytes a row, kept only when the
/// package holds a file whose rules ask for them.
/// </summary>
internal sealed class PackageFacts(KeyMemory memory)
{
    private const int MaxRanges = 4_096;

    private readonly HashSet<string> _expected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _complete = new(StringComparer.Ordinal);
    private readonly Dictionary<ScoreRange, ScoreRange> _ranges = [];
    private ulong _lineItemId;
    private LineItemFacts _lineItem;
    private bool _hasLineItem;

    /// <summary>Class and user of each enrollment.</summary>
    public KeySet Enrolled { get; } = new(memory);

    /// <summary>User and organisation of each role; null when roles were not read ahead.</summary>
    public KeySet? RolesHeld { get; set; }

    /// <summary>The roles of each user, as bits, from enrollments and roles.</summary>
    public Dictionary<ulong, ulong> RolesOfUser { get; } = [];

    /// <summary>The roles for which each resource is meant, as bits.</summary>
    public Dictionary<ulong, ulong> RolesOfResource { get; } = [];

    /// <summary>The school of each class.</summary>
    public Dictionary<ulong, ulong> SchoolOfClass { get; } = [];

    /// <summary>The owner of each profile.</summary>
    public Dictionary<ulong, ulong> UserOfProfile { get; } = [];

    /// <summary>Class and score range of each line item.</summary>
    public LineItemMap LineItems { get; } = new();

    /// <summary>The bits of roles.</summary>
    public RoleBits Roles { get; } = new();

    /// <summary>Says which tables the package holds, before the first is read.</summary>
    public void Expect(IEnumerable<string> tables) => _expected.UnionWith(tables);

    /// <summary>True when the package holds the table.</summary>
    public bool Expects(string table) => _expected.Contains(table);

    /// <summary>Says that what a table does not hold does not exist.</summary>
    public void Complete(string table) => _complete.Add(table);

    /// <summary>True when what the table does not hold does not exist.</summary>
    public bool IsComplete(string table) => _complete.Contains(table);

    /// <summary>True when a table that the package holds says all there is to say.</summary>
    public bool IsTold(string table) => !Expects(table) || IsComplete(table);

    /// <summary>The hash of two ids as a pair.</summary>
    public static ulong Pair(string first, string second) => Pair(KeyHash.Of(first), KeyHash.Of(second));

    /// <summary>The hash of a pair of ids that are hashed already.</summary>
    public static ulong Pair(ulong first, ulong second) => KeyHash.Pair(first, second);

    /// <summary>The scores between two bounds. Most line items have one of a few ranges, which are kept once each, up to a limit.</summary>
    public ScoreRange Range(decimal? min, decimal? max)
    {
        var range = new ScoreRange(min, max);
        if (_ranges.TryGetValue(range, out var known))
        {
            return known;
        }

        if (_ranges.Count < MaxRanges)
        {
            _ranges.Add(range, range);
        }

        return range;
    }

    /// <summary>The line item of a hash; rows of one line item, and the rules of one row, ask in turn.</summary>
    public bool TryFindLineItem(ulong id, out LineItemFacts lineItem)
    {
        if (id != _lineItemId)
        {
            _hasLineItem = LineItems.TryFind(id, out _lineItem);
            _lineItemId = id;
        }

        lineItem = _lineItem;
        return _hasLineItem;
    }
}
