namespace ClosingGap.Pipeline.Ports;

/// <summary>How a conditional write ended. A fault of the store is an exception, never a status.</summary>
public enum WriteStatus
{
    /// <summary>It is stored.</summary>
    Written,

    /// <summary>A create found a document of that id.</summary>
    AlreadyExists,

    /// <summary>The stored ETag is another one.</summary>
    PreconditionFailed,

    /// <summary>A replace or delete found nothing.</summary>
    NotFound,

    /// <summary>In a batch: not done because another operation failed.</summary>
    NotDone,
}
