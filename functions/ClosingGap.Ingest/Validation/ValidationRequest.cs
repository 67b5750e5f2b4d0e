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

    /// <summary>The limits of CSV reading.</summary>
    public CsvOptions Csv { get; init; } = CsvOptions.Default;

    /// <summary>
    /// Rows held back until the end of their file because they point to a later row of it. Unit: rows; default 50,000; range 0 to 1,000,000.
    /// Above it a row is accepted with the reference as it stands and the warning <c>reference.not_verified</c>.
    /// </summary>
    public int MaxHeldRows { get; init; } = 50_000;

    /// <summary>
    /// The text of the rows held back. Unit: UTF-16 characters; default 67,108,864; range 0 to 1,073,741,824. Above it as above
    /// <see cref="MaxHeldRows"/>.
    /// </summary>
    public long MaxHeldChars { get; init; } = 64L << 20;

    /// <summary>
    /// Memory for the sets of ids by which references and duplicates are found, 10 to 22 bytes an id. Unit: bytes; default 512 MiB; range 1 MiB to
    /// 64 GiB. Above it they are kept in a temporary file, which is slower.
    /// </summary>
    public long ReferenceMemoryBytes { get; init; } = 512L << 20;

    /// <summary>Where that temporary file is made; null: the system's folder for such files. It holds hashes only and goes with the validation.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public ValidationRequest Validated()
    {
        Csv.Validated();
        if (MaxHeldChars is < 0 or > 1L << 30)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxHeldChars), MaxHeldChars, "MaxHeldChars must lie between 0 and 1,073,741,824.");
        }

        if (ReferenceMemoryBytes is < 1L << 20 or > 64L << 30)
        {
            throw new ArgumentOutOfRangeException(
                nameof(ReferenceMemoryBytes), ReferenceMemoryBytes, "ReferenceMemoryBytes must lie between 1,048,576 and 68,719,476,736.");
        }

        return MaxHeldRows is < 0 or > 1_000_000
            ? throw new ArgumentOutOfRangeException(nameof(MaxHeldRows), MaxHeldRows, "MaxHeldRows must lie between 0 and 1,000,000.")
            : this;
    }
}
