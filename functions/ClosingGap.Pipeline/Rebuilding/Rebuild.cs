using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Rebuilding;

/// <summary>
/// Makes everything after the raw drops again: a run in the district's lane that begins with no snapshot, applies the published drops in
/// their order, computes every shard and looks at every student document.
/// </summary>
public sealed class Rebuild(IDocumentStore documents, DropRecords records, TimeProvider time)
{
    /// <summary>The source under which rebuilds stand in the lane.</summary>
    public const string Source = "rebuild";

    private const int PageSize = 500;
    private const int MaxInputs = 400;

    /// <summary>Starts a rebuild; null when no drop of the district was published.</summary>
    public async Task<Drop?> StartAsync(DistrictId district, string by, IDropStarter starter, CancellationToken cancellationToken)
    {
        var inputs = await InputsAsync(district, cancellationToken);
        if (inputs.Count == 0)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var tooMany = inputs.Count > MaxInputs;
        var drop = new Drop
        {
            Id = DropIds.OfRebuild(district.ToString(), now),
            Kind = DropKind.Rebuild,
            District = district.ToString(),
            Source = Source,
            Path = "",
            ETag = "",
            LastModified = now,
            Inputs = tooMany ? [] : inputs,
            State = tooMany ? DropState.Rejected : DropState.Received,
            ReasonCode = tooMany ? "rebuild.too_many_drops" : null,
            Reason = tooMany ? FormattableString.Invariant($"More than {MaxInputs} drops stand on each other. Drop one complete export of each source, then rebuild.") : null,
            EndedAt = tooMany ? now : null,
            ReceivedAt = now,
            UpdatedAt = now,
            Decisions = [new DropDecision("rebuild", by, now, 0)],
        };
        if (await records.CreateAsync(drop, cancellationToken) && !tooMany)
        {
            await starter.StartAsync(drop.Id, drop.Attempt, cancellationToken);
        }

        return drop;
    }

    /// <summary>
    /// The published drops in the order in which they were published, without those that are needless. It is not always the order in
    /// which they were written: a person may release an older one. What was joined to a roster comes after every roster: the one that it
    /// was joined to may be among those left out.
    /// </summary>
    private async Task<IReadOnlyList<string>> InputsAsync(DistrictId district, CancellationToken cancellationToken)
    {
        var published = new List<Drop>();
        string? after = null;
        do
        {
            var page = await documents.ListAsync(DocumentKeys.DropsPartition(district.ToString()), "", after, PageSize, cancellationToken);
            foreach (var document in page.Documents)
            {
                var reference = JsonDocuments.Read(document.Body, PipelineJson.Default.DropReference);
                if (await records.FindAsync(reference.DropId, cancellationToken) is { Value: { Kind: DropKind.Drop, State: DropState.Published } drop })
                {
                    published.Add(drop);
                }
            }

            after = page.NextAfter;
        }
        while (after is not null);

        return RebuildInputs.Choose(
            [.. published.OrderBy(drop => drop.Version ?? 0).ThenBy(drop => drop.EndedAt ?? drop.UpdatedAt).ThenBy(drop => drop.LastModified)], MaxInputs);
    }
}
