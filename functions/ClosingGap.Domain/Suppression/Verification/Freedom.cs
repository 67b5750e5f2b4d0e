namespace ClosingGap.Domain.Suppression.Verification;

/// <summary>What a reader does not know of a cell.</summary>
internal enum Freedom : byte
{
    /// <summary>Nothing: the cell is told.</summary>
    None,

    /// <summary>The outcomes, within bounds. The students are told.</summary>
    Outcomes,

    /// <summary>Students and outcomes.</summary>
    All,
}
