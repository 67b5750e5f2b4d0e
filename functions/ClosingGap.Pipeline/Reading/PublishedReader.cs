using System.Text.Json.Serialization.Metadata;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Reading;

/// <summary>
/// Reads what is published: the pointer, then a document of its version. When that document was collected between the two reads, a newer
/// version is published, and it is read instead.
/// </summary>
public sealed class PublishedReader(IDocumentStore documents, PublishedVersions published)
{
    private const int MaxTries = 5;

    /// <summary>The pointer; null before the first publish.</summary>
    public async Task<PublishedVersion?> FindVersionAsync(DistrictId district, CancellationToken cancellationToken) =>
        (await published.FindAsync(district, cancellationToken))?.Value;

    /// <summary>Reads a document of the published version; null when that version has none.</summary>
    internal async Task<Versioned<T>?> FindAsync<T>(
        DistrictId district, Func<long, DocumentKey> key, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        long? last = null;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var version = (await FindVersionAsync(district, cancellationToken))?.Version;
            if (version is null || version == last)
            {
                return null;
            }

            if (await documents.GetAsync(key(version.Value), type, cancellationToken) is { } stored)
            {
                return new Versioned<T>(stored.Value, version.Value);
            }

            last = version;
        }

        return null;
    }
}
