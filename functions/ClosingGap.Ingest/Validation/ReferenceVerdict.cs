namespace ClosingGap.Ingest.Validation;

/// <summary>What the references of a row lead to.</summary>
internal enum ReferenceVerdict
{
    /// <summary>The row is used.</summary>
    Accepted,

    /// <summary>The row points to a row of its own file that has not come yet.</summary>
    Held,

    /// <summary>The row belongs to a record that is gone, and is left out with it.</summary>
    Gone,

    /// <summary>The row is rejected.</summary>
    Rejected,
}
