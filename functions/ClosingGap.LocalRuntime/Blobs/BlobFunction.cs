using ClosingGap.LocalRuntime.Discovery;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>A function that runs for each new or rewritten blob of a path pattern, in the storage of a connection.</summary>
internal sealed class BlobFunction(FunctionMethod method, BlobPathPattern pattern, string connectionString) : LocalFunction(method)
{
    public BlobPathPattern Pattern => pattern;

    public string ConnectionString => connectionString;
}
