using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>The row that the operators work on: cells of the file, made once when first asked for, and cells that unpivot and applyToAll made.</summary>
internal sealed class MappedRow(FileSetReader reader, int made, UnmappedCodes unmapped, IDiagnosticSink diagnostics)
{
    private readonly string?[] _cells = new string?[reader.Files.Width];
    private readonly long[] _cellRow = new long[reader.Files.Width];

    /// <summary>The cells that unpivot and applyToAll made.</summary>
    public string?[] Made { get; } = new string?[made];

    /// <summary>True when an operator rejected or dropped the row that is being made.</summary>
    public bool IsOut { get; private set; }

    /// <summary>The row's number in the file.</summary>
    public long Row => reader.Row;

    /// <summary>The cell of the file.</summary>
    public string? Cell(int ordinal)
    {
        if (_cellRow[ordinal] != reader.Position)
        {
            _cellRow[ordinal] = reader.Position;
            _cells[ordinal] = reader.Cell(ordinal);
        }

        return _cells[ordinal];
    }

    /// <summary>Begins the next row made of the current row of the file.</summary>
    public void Begin() => IsOut = false;

    /// <summary>Leaves the row out without a word.</summary>
    public void Drop() => IsOut = true;

    /// <summary>Rejects the row.</summary>
    public void Reject(string code, string column, string? target = null)
    {
        IsOut = true;
        diagnostics.Report(new Diagnostic(code, Severity.Error, reader.File, reader.Row, column, target));
    }

    /// <summary>Rejects the row for a code that no map holds; all rows with that code are one finding.</summary>
    public void RejectCode(string code, string column, string target)
    {
        IsOut = true;
        unmapped.Note(reader.File, reader.Row, column, target, code);
    }

    /// <summary>Names a deviation and goes on.</summary>
    public void Warn(string code, string column, string? target = null) =>
        diagnostics.Report(new Diagnostic(code, Severity.Warning, reader.File, reader.Row, column, target));
}
