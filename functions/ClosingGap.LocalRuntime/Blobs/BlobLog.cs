using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>What the blob trigger logs: function names and counts, never a blob's name, which districts choose.</summary>
internal sealed partial class BlobLog(ILogger logger)
{
    private readonly ILogger logger = logger;

    [LoggerMessage(1, LogLevel.Warning, "Function {Function}: listing blobs failed ({Failure}); it is tried again")]
    public partial void ListingFailed(string function, string failure);

    [LoggerMessage(2, LogLevel.Error, "Function {Function}: a blob was given up after {Tries} tries; its message is in queue " + PoisonQueue.Name)]
    public partial void Poisoned(string function, int tries);

    [LoggerMessage(3, LogLevel.Error, "Function {Function}: the record of a blob could not be kept ({Failure}); the blob is taken again")]
    public partial void ReceiptFailed(string function, string failure);
}
