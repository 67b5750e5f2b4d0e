namespace ClosingGap.Ingest.Contracts;

/// <summary>One column of a file contract; a line of <c>oneroster.json</c> or <c>extensions.json</c>.</summary>
internal sealed record ContractColumn
{
    /// <summary>The header's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a cell must be filled.</summary>
    public ValueRequirement Required { get; init; }

    /// <summary>What a cell holds.</summary>
    public CellType Type { get; init; }

    /// <summary>The tokens of an enumeration.</summary>
    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>True when tokens that begin with <c>ext:</c> are allowed too.</summary>
    public bool Extensible { get; init; }

    /// <summary>The table whose records the cell names.</summary>
    public string? Ref { get; init; }

    /// <summary>The <c>type</c> that a record named must have.</summary>
    public string? RefType { get; init; }

    /// <summary>The <c>type</c> that a record named must not have.</summary>
    public string? RefTypeNot { get; init; }

    /// <summary>True for a column of an extension file's key.</summary>
    public bool Key { get; init; }

    /// <summary>Nothing that is computed changes without it: in lenient a blank where it is required, or a number out of range, is a warning.</summary>
    public bool LenientOptional { get; init; }

    /// <summary>A reference that carries no meaning here: in lenient it is dropped with a warning when its record is missing.</summary>
    public bool Droppable { get; init; }

    /// <summary>
    /// Another system's name for a record of <see cref="Ref"/>: the <c>sourcedId</c>, or a local identifier that only one record has. It is
    /// brought to the <c>sourcedId</c> where the record is found, and stands as it is where it is not.
    /// </summary>
    public bool Join { get; init; }

    /// <summary>The record that the row belongs to: when an export no longer holds it, the row is gone with it.</summary>
    public bool Parent { get; init; }

    /// <summary>A revision of the standard removed the column: a header without it is exact too.</summary>
    public bool Omittable { get; init; }

    /// <summary>The canonical column, where a version of the standard has another name for it than the newest.</summary>
    public string? Canonical { get; init; }

    /// <summary>The lowest number that the cell may hold.</summary>
    public decimal? Min { get; init; }

    /// <summary>The highest number that the cell may hold.</summary>
    public decimal? Max { get; init; }

    /// <summary>The column with the day that this day may not lie before.</summary>
    public string? NotBefore { get; init; }

    /// <summary>Other names under which real exports carry it; read in lenient.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>True when a real export may mean this column by that name.</summary>
    public bool GoesBy(string name) => Aliases is not null && Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}
