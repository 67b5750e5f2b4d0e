using System.Reflection;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Invocation;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>
/// Gives blob functions their arguments. Content is read under the ETag that was found, so that a function never sees a
/// rewritten blob under the old one's receipt.
/// </summary>
internal static class BlobParameterSources
{
    public const string Supported = "BlobClient, BlockBlobClient, Stream, string, byte[] or BinaryData for the blob, a string named as a capture, Uri uri";

    public static ParameterSource? ForBlob(Type type)
    {
        if (type == typeof(BlobClient) || type == typeof(BlobBaseClient))
        {
            return (_, state) => ValueTask.FromResult<object?>(Client(state));
        }

        if (type == typeof(BlockBlobClient))
        {
            return (_, state) => ValueTask.FromResult<object?>(Input(state).Container.GetBlockBlobClient(Input(state).BlobName));
        }

        if (type == typeof(Stream))
        {
            return async (context, state) => await Client(state).OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false) { Conditions = Unchanged(state) }, context.CancellationToken);
        }

        if (type == typeof(BinaryData))
        {
            return async (context, state) => await ContentAsync(state, context.CancellationToken);
        }

        if (type == typeof(byte[]))
        {
            return async (context, state) => (await ContentAsync(state, context.CancellationToken)).ToArray();
        }

        return type == typeof(string)
            ? async (context, state) => (await ContentAsync(state, context.CancellationToken)).ToString()
            : null;
    }

    public static ParameterSource? ForName(ParameterInfo parameter, BlobPathPattern pattern)
    {
        var name = parameter.Name!;
        if (parameter.ParameterType == typeof(string) && pattern.Captures.Contains(name))
        {
            return (_, state) => ValueTask.FromResult<object?>(Input(state).Captured[name]);
        }

        if (parameter.ParameterType == typeof(string) && string.Equals(name, "blobTrigger", StringComparison.OrdinalIgnoreCase))
        {
            return (_, state) => ValueTask.FromResult<object?>(Input(state).Path);
        }

        if (parameter.ParameterType == typeof(Uri) && string.Equals(name, "uri", StringComparison.OrdinalIgnoreCase))
        {
            return (_, state) => ValueTask.FromResult<object?>(Client(state).Uri);
        }

        return parameter.ParameterType == typeof(IDictionary<string, string>) && string.Equals(name, "metadata", StringComparison.OrdinalIgnoreCase)
            ? (_, state) => ValueTask.FromResult<object?>(Input(state).Metadata)
            : null;
    }

    private static BlobTriggerInput Input(InvocationState state) => (BlobTriggerInput)state.Trigger;

    private static BlobClient Client(InvocationState state) => Input(state).Container.GetBlobClient(Input(state).BlobName);

    private static BlobRequestConditions Unchanged(InvocationState state) => new() { IfMatch = new ETag(Input(state).ETag) };

    private static async Task<BinaryData> ContentAsync(InvocationState state, CancellationToken cancellationToken)
    {
        var response = await Client(state).DownloadContentAsync(new BlobDownloadOptions { Conditions = Unchanged(state) }, cancellationToken);
        return response.Value.Content;
    }
}
