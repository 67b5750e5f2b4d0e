namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>What a filter asks of a cell.</summary>
public enum RowFilterKind
{
    /// <summary>It is this value, or one of these (<c>equals</c>, <c>in</c>).</summary>
    In,

    /// <summary>It is none of these; a blank cell is none of them.</summary>
    NotIn,

    /// <summary>It holds anything.</summary>
    NotBlank,
}
