namespace ClosingGap.Ingest.Csv;

/// <summary>The limits within which a CSV file is read.</summary>
public sealed record CsvOptions
{
    /// <summary>The limits used when nothing is configured.</summary>
    public static CsvOptions Default { get; } = new();

    /// <summary>Characters in one field. Unit: UTF-16 characters; default 65,536; range 255 to 16,777,216.</summary>
    public int MaxFieldChars { get; init; } = 65_536;

    /// <summary>Characters in one record, and the largest buffer. Unit: UTF-16 characters; default 1,048,576; range 4,096 to 67,108,864.</summary>
    public int MaxRecordChars { get; init; } = 1_048_576;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public CsvOptions Validated()
    {
        if (MaxFieldChars is < 255 or > 16_777_216)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxFieldChars), MaxFieldChars, "MaxFieldChars must lie between 255 and 16,777,216.");
        }

        if (MaxRecordChars is < 4_096 or > 67_108_864)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxRecordChars), MaxRecordChars, "MaxRecordChars must lie between 4,096 and 67,108,864.");
        }

        return this;
    }
}
