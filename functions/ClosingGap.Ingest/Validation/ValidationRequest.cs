using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>How a package is to be validated.</summary>
public sealed record ValidationRequest
{
    /// <summary>Strict or lenient; default lenient.</summary>
    public Conformance Conformance { get; init; } = Conformance.Lenient;

    /// <summary>The tables that a profile mapped from another layout; null: the package's files follow the standard.</summary>
    public IReadOnlyList<ITableSource>? MappedTables { get; init; }

    /// <summary>The ids of the published snapshot, for deltas and for files that the drop does not hold; null: there is none.</summary>
    public BaseReferenceReader? BaseReferences { get; init; }

    /// <summary>The students and classes of the published snapshot, to which exports of other systems are joined; null: there is none.</summary>
    public JoinReferenceReader? JoinReferences { get; init; }

    /// <summary>The limits of CSV reading.</summary>
    public CsvOptions Csv { get; init; } = CsvOptions.Default;

    /// <summary>
    /// Rows held back until the end of their file because they point to a later row of it. Unit: rows; default 50,000; range 0 to 1,000,000.
    /// Above it a row is accepted with the reference as it stands and the warning <c>reference.not_verified</c>.
    /// </summary>
    public int MaxHeldRows { get; init; } = 50_000;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public ValidationRequest Validated()
    {
        Csv.Validated();
        return MaxHeldRows is < 0 or > 1_000_000
            ? throw new ArgumentOutOfRangeException(nameof(MaxHeldRows), MaxHeldRows, "MaxHeldRows must lie between 0 and 1,000,000.")
            : this;
    }
}
