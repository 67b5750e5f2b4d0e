namespace Microsoft.Azure.Functions.Worker;

/// <summary>How new blobs are noticed. In this process both are polled.</summary>
public enum BlobTriggerSource
{
    LogsAndContainerScan = 0,
    EventGrid = 1,
}
