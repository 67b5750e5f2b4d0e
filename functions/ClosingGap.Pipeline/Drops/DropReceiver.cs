using System.Globalization;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Drops;

/// <summary>Receives what was dropped: makes the record by a conditional create and starts its first attempt.</summary>
public sealed class DropReceiver(IBlobStore blobs, IDocumentStore documents, DropRecords records, TimeProvider time)
{
    private const string AsOfMetadata = "asof";
    private const int MinYear = 1990;
    private const int MaxYear = 2100;

    /// <summary>Receives an announcing blob; any other blob is passed over.</summary>
    /// <returns>The drop's id, or null when the blob announces nothing.</returns>
    public async Task<string?> ReceiveAsync(string blobPath, IDropStarter starter, CancellationToken cancellationToken)
    {
        if (!DropPath.Announces(blobPath) || await blobs.FindAsync(DropPath.Container, blobPath, cancellationToken) is not { } blob)
        {
            return null;
        }

        var drop = DropPath.TryParse(blobPath, out var path)
            ? await RecordAsync(path, blob, cancellationToken)
            : Refused(blob, "drop.path_invalid", "The path is not {state}/{district}/{source}/{name}.zip, nor a folder of that form finished by _complete. Drop it again under such a path.");
        if (await records.CreateAsync(drop, cancellationToken) && !drop.State.IsFinal())
        {
            await starter.StartAsync(drop.Id, drop.Attempt, cancellationToken);
        }

        return drop.Id;
    }

    private async Task<Drop> RecordAsync(DropPath path, StoredBlob mark, CancellationToken cancellationToken)
    {
        var (id, length, changedAt) = path.IsFolder
            ? await FolderAsync(path, cancellationToken)
            : (DropIds.OfZip(path.Path, mark.ETag), mark.Length, mark.LastModified);
        var drop = new Drop
        {
            Id = id,
            District = path.District.ToString(),
            Source = path.Source,
            Path = path.Path,
            ETag = mark.ETag,
            LastModified = mark.LastModified,
            Length = length,
            Inputs = [id],
            ReceivedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        };
        if (changedAt > mark.LastModified)
        {
            return Reject(drop, "package.changed", "A file of the folder was written after the folder was marked complete. Write _complete again, last, when every file is there.");
        }

        if (mark.Metadata.TryGetValue(AsOfMetadata, out var text))
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)
                || asOf.Year is < MinYear or > MaxYear)
            {
                return Reject(drop, "drop.as_of_invalid", "The declared as-of date is not a date of the form 2026-05-27 between 1990 and 2100. Drop it again with such a date.");
            }

            drop = drop with { DeclaredAsOf = asOf };
        }

        var registration = await documents.GetAsync(
            DocumentKeys.Registration(path.District), PipelineJson.Default.DistrictRegistration, cancellationToken);
        return registration is null
            ? Reject(drop, "drop.unknown_district", "The district is not registered. Register it, then drop again or drive this drop again.")
            : registration.Value.FindSource(path.Source) is null
                ? Reject(drop, "drop.unknown_source", "The district has no such source. Register the source, then drop again or drive this drop again.")
                : drop;
    }

    private async Task<(string Id, long Length, DateTimeOffset ChangedAt)> FolderAsync(DropPath path, CancellationToken cancellationToken)
    {
        var files = new List<StoredBlob>();
        await foreach (var file in blobs.ListAsync(DropPath.Container, path.Path, cancellationToken))
        {
            files.Add(file);
        }

        return (DropIds.OfFolder(files), files.Sum(file => file.Length), files.Select(file => file.LastModified).DefaultIfEmpty(DateTimeOffset.MinValue).Max());
    }

    private Drop Refused(StoredBlob blob, string code, string reason) => Reject(
        new Drop
        {
            Id = DropIds.OfZip(blob.Path, blob.ETag),
            Path = "",
            ETag = blob.ETag,
            LastModified = blob.LastModified,
            Length = blob.Length,
            ReceivedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        },
        code,
        reason);

    private static Drop Reject(Drop drop, string code, string reason) =>
        drop with { State = DropState.Rejected, ReasonCode = code, Reason = reason, EndedAt = drop.ReceivedAt };
}
