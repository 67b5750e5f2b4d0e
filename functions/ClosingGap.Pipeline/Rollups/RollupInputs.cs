using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// Fixes what a rollup stands on: which districts, and of each which published version. What was fixed stays, however often the rollup runs.
/// </summary>
public sealed class RollupInputs(
    IBlobStore blobs,
    IDocumentStore documents,
    PublishedVersions published,
    DropReader drops,
    ContributionUses uses,
    IOptions<RollupOptions> options)
{
    private const int NewestDrops = 10;

    /// <summary>Fixes one page of the state's districts. May run twice.</summary>
    public async Task<RollupPage> ListAsync(RollupId id, int page, string after, CancellationToken cancellationToken)
    {
        var path = RollupPaths.Page(id, page);
        var districts = new List<RegisteredDistrict>(RollupSteps.PageSize);
        var next = after.Length == 0 ? null : after;
        do
        {
            // Every page but the last is full, so that a district's place tells its page.
            var found = await documents.ListAsync(
                DocumentKeys.Districts, DocumentKeys.RegisteredPrefix(id.State), next, RollupSteps.PageSize - districts.Count, cancellationToken);
            districts.AddRange(found.Documents.Select(document => JsonDocuments.Read(document.Body, PipelineJson.Default.RegisteredDistrict)));
            next = found.NextAfter;
        }
        while (next is not null && districts.Count < RollupSteps.PageSize);

        var list = new DistrictList([.. districts.Select(district => district.District)], [.. districts.Select(district => district.Name)], next ?? "");
        var fixedList = await blobs.FixJsonAsync(RollupPaths.Container, path, list, PipelineJson.Default.DistrictList, cancellationToken);
        return new RollupPage(fixedList.Districts.Count, fixedList.Next);
    }

    /// <summary>Fixes the version of one district. May run twice.</summary>
    public async Task<RollupInput> FixAsync(RollupId id, RollupPlan plan, int ordinal, CancellationToken cancellationToken)
    {
        var path = RollupPaths.Input(id, ordinal);
        if (await blobs.FindJsonAsync(RollupPaths.Container, path, PipelineJson.Default.RollupInput, cancellationToken) is { } known)
        {
            return known;
        }

        var page = await blobs.ReadJsonAsync(
            RollupPaths.Container, RollupPaths.Page(id, ordinal / RollupSteps.PageSize), PipelineJson.Default.DistrictList, cancellationToken);
        var at = ordinal % RollupSteps.PageSize;
        var found = await FindAsync(id, plan, new RollupInput(ordinal, page.Districts[at], page.Names[at], DistrictStatus.Missing), cancellationToken);
        var input = await blobs.FixJsonAsync(RollupPaths.Container, path, found, PipelineJson.Default.RollupInput, cancellationToken);
        if (found.Version is { } version && input.Version != version)
        {
            await uses.LetGoAsync(DistrictId.Parse(input.District), version, id.ToString(), cancellationToken);
        }

        return input;
    }

    /// <summary>Leaves a district out whose contribution cannot be read. May run twice.</summary>
    public async Task SkipAsync(RollupId id, RollupPlan plan, int ordinal, CancellationToken cancellationToken)
    {
        var input = await FixAsync(id, plan, ordinal, cancellationToken);
        await blobs.WriteJsonAsync(
            RollupPaths.Container, RollupPaths.Input(id, ordinal), input with { Status = DistrictStatus.Unreadable }, PipelineJson.Default.RollupInput, cancellationToken);
    }

    /// <summary>The input of one district.</summary>
    public Task<RollupInput> ReadAsync(RollupId id, int ordinal, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Input(id, ordinal), PipelineJson.Default.RollupInput, cancellationToken);

    private async Task<RollupInput> FindAsync(RollupId id, RollupPlan plan, RollupInput input, CancellationToken cancellationToken)
    {
        var district = DistrictId.Parse(input.District);
        long? last = null;
        while ((await published.FindAsync(district, cancellationToken))?.Value is { } pointer && pointer.Version != last)
        {
            // The hold comes before the look: what is there then stays there.
            await uses.HoldAsync(district, pointer.Version, id.ToString(), TimeSpan.FromDays(options.Value.KeepDays), cancellationToken);
            var index = await blobs.FindJsonAsync(
                CuratedPaths.Container, ContributionPaths.Index(district, pointer.Version), PipelineJson.Default.ContributionIndex, cancellationToken);
            if (index is not null)
            {
                return input with
                {
                    Status = await StatusAsync(district, plan, index.AsOf, cancellationToken),
                    Version = index.Version,
                    AsOf = index.AsOf,
                    PublishedAt = pointer.PublishedAt,
                    SchoolYear = index.SchoolYear,
                    Students = index.Rows,
                    IsDeduplicated = index.IsDeduplicated,
                    WithoutStateId = index.WithoutStateId,
                    Measures = index.Measures,
                };
            }

            await uses.LetGoAsync(district, pointer.Version, id.ToString(), cancellationToken);
            last = pointer.Version;
        }

        return input;
    }

    private async Task<DistrictStatus> StatusAsync(DistrictId district, RollupPlan plan, DateOnly asOf, CancellationToken cancellationToken)
    {
        var newest = await drops.ListAsync(district, null, NewestDrops, cancellationToken);
        foreach (var reference in newest.Drops)
        {
            if (reference.State is DropState.Failed or DropState.Rejected)
            {
                return DistrictStatus.Failed;
            }

            if (reference.State is DropState.Published)
            {
                break;
            }
        }

        return plan.Date.DayNumber - asOf.DayNumber > plan.LateAfterDays ? DistrictStatus.Late : DistrictStatus.Current;
    }
}
