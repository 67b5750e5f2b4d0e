namespace ClosingGap.Ingest.Diagnostics;

/// <summary>In how many rows a code without a word stands, and the first of them.</summary>
internal sealed class SeenCode
{
    /// <summary>Of a code this many characters are told apart: a longer cell is no code.</summary>
    private const int MaxLength = 200;

    private readonly List<long> _rows = [];

    /// <summary>How many rows.</summary>
    public long Count { get; private set; }

    /// <summary>The first rows, at most <see cref="DiagnosticSummary.PlacesKept"/>.</summary>
    public IReadOnlyList<long> Rows => _rows;

    /// <summary>What tells a code from others.</summary>
    public static string Key(string code) => code.Length <= MaxLength ? code : code[..MaxLength];

    /// <summary>Notes one row.</summary>
    public void Note(long row)
    {
        Count++;
        if (_rows.Count < DiagnosticSummary.PlacesKept)
        {
            _rows.Add(row);
        }
    }

    /// <summary>The line of a profile that would map it. It names a row where the code stands, never the code: a cell out of place could hold anything.</summary>
    /// <param name="column">Table and column, with a dot between.</param>
    public string ProfileLine(string column) => FormattableString.Invariant($"{column}: {{ <value in row {_rows[0]}>: <its word> }}");
}
