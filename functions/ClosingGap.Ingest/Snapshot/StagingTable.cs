using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>One table of a drop while it is staged: where each row goes, and the files of its shards.</summary>
internal sealed class StagingTable
{
    private readonly DirectoryInfo _directory;
    private readonly CanonicalTable _table;
    private readonly StagedFile?[] _files;
    private readonly int _student;
    private readonly bool _keyTellsStudent;
    private string? _lastStudent;
    private int _lastHome;

    public StagingTable(DirectoryInfo directory, CanonicalTable table, TableMode mode, int shardCount)
    {
        _directory = directory;
        _table = table;
        _files = new StagedFile?[table.IsSharded ? shardCount : 1];
        _student = table.StudentColumn is null ? -1 : table.Ordinal(table.StudentColumn);
        _keyTellsStudent = table.StudentColumn is null || table.Key.Contains(table.StudentColumn, StringComparer.Ordinal);
        Mode = mode;
        IsKey = [.. table.Columns.Select(column => table.Key.Contains(column.Name, StringComparer.Ordinal))];
    }

    public TableMode Mode { get; }

    /// <summary>For each column whether it is of the key.</summary>
    public bool[] IsKey { get; }

    public IEnumerable<StagedFile> Files => _files.OfType<StagedFile>();

    /// <summary>The shards that must hear of a row, and the one that keeps it: -1 when it is deleted wherever it is.</summary>
    public (int First, int Count, int Home) Place(string?[] cells, bool deleted)
    {
        var everywhere = Mode == TableMode.Delta && !_keyTellsStudent;
        if (deleted && everywhere)
        {
            return (0, _files.Length, -1);
        }

        var home = _student < 0 ? 0 : Home(cells[_student] ?? string.Empty);
        return everywhere ? (0, _files.Length, home) : (home, 1, home);
    }

    public StagedFile File(int shard) => _files[shard] ??= new StagedFile(
        Path.Combine(_directory.FullName, string.Create(CultureInfo.InvariantCulture, $"{_table.Name}-{shard:0000}.staged")), _table);

    /// <summary>What was staged, by shard. A bulk table lists every shard.</summary>
    public IEnumerable<StagedTable> List() => _files
        .Select((file, shard) => new StagedTable(_table.Name, Mode, shard, file?.Rows ?? 0, file?.Path))
        .Where(staged => staged.Path is not null || Mode == TableMode.Bulk);

    /// <summary>Files are mostly in the order of students: the hash of the one above is known.</summary>
    private int Home(string student)
    {
        if (!string.Equals(student, _lastStudent, StringComparison.Ordinal))
        {
            _lastHome = StudentShard.Of(student, _files.Length);
            _lastStudent = student;
        }

        return _lastHome;
    }
}
