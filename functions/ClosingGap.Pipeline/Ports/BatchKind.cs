namespace ClosingGap.Pipeline.Ports;

/// <summary>What an operation of a batch does.</summary>
public enum BatchKind
{
    /// <summary>Writes a new document; fails when there is one.</summary>
    Create,

    /// <summary>Replaces a document; fails when there is none or its ETag is another.</summary>
    Replace,

    /// <summary>Writes whatever is there.</summary>
    Upsert,

    /// <summary>Removes a document; fails when there is none.</summary>
    Delete,
}
