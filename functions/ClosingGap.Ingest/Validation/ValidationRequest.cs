using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Profiles;
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

    /// <summary>The set of files whose rows are checked; default null: whatever the package holds, extension files included.</summary>
    public OneRosterSet? Set { get; init; }

    /// <summary>How far the validation goes; default everything.</summary>
    public ValidationDepth Depth { get; init; } = ValidationDepth.All;

    /// <summary>Where the records must be that rows refer to; default: a delta may refer to what was delivered before.</summary>
    public ReferenceScope References { get; init; } = ReferenceScope.Held;

    /// <summary>The district's own codes, as its profile explains them; default none.</summary>
    public DistrictCodes Codes { get; init; } = DistrictCodes.None;

    /// <summary>
    /// Codes of one column that are told apart and reported one by one when its vocabulary does not hold them; what comes after is reported as one.
    /// Unit: codes; default 1,000; range 1 to 100,000.
    /// </summary>
    public int MaxUnknownCodes { get; init; } = 1_000;

    /// <summary>
    /// Gets every code that no vocabulary holds, with what stands in the file: only for the screen of whoever holds the file, never to be kept
    /// or sent. Default null: nobody.
    /// </summary>
    public Action<UnknownCodeFound>? ShowUnknownCode { get; init; }

    /// <summary>True: no row takes the short way of rows that are in order. For tests, which hold both ways to each other.</summary>
    internal bool TakesLongWay { get; init; }

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
        if (MaxUnknownCodes is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxUnknownCodes), MaxUnknownCodes, "MaxUnknownCodes must lie between 1 and 100,000.");
        }

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
