namespace ClosingGap.Ingest.Vocabularies;

/// <summary>What becomes of a code that its column's vocabulary does not hold.</summary>
internal enum UnknownWord
{
    /// <summary>The vocabulary is open: any text is fine and stays as it is.</summary>
    Open,

    /// <summary>The code stays, with a warning: nothing is computed from it.</summary>
    Keep,

    /// <summary>The cell is blank, with a warning: the row says enough without it.</summary>
    Blank,

    /// <summary>The row is rejected: what it means hangs on the code.</summary>
    Reject,
}
