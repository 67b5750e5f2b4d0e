using System.Globalization;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Counts what one district contributes, and takes back what another one owns. It holds one line at a time.</summary>
public sealed class DistrictCounting(IBlobStore blobs, RollupInputs inputs, RollupPlans plans, RollupRecords records)
{
    /// <summary>Fixes a district's version and counts its students. May run twice.</summary>
    public async Task CountAsync(RollupId id, int ordinal, int districts, CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(id, cancellationToken);
        var input = await inputs.FixAsync(id, plan, ordinal, cancellationToken);
        if (!input.IsCounted)
        {
            return;
        }

        var tally = new DistrictTally(plan.Measures, input.Measures);
        var index = await IndexAsync(input, cancellationToken);
        if (input.IsDeduplicated)
        {
            await StudentPlaces.WriteAsync(blobs, RollupPaths.Keys(id, 0, ordinal), PlacesAsync(), cancellationToken);
        }
        else
        {
            await foreach (var line in LinesAsync(input, cancellationToken))
            {
                tally.Add(line);
            }
        }

        await blobs.WriteJsonAsync(RollupPaths.Container, RollupPaths.Part(id, ordinal), tally.ToPart(index.Schools), PipelineJson.Default.DistrictPart, cancellationToken);
        await records.ProgressAsync(id, "districts", ordinal / RollupSteps.PageSize * RollupSteps.PageSize, districts, cancellationToken);

        async IAsyncEnumerable<StudentPlace> PlacesAsync()
        {
            await foreach (var line in LinesAsync(input, cancellationToken))
            {
                tally.Add(line);
                yield return PlaceOf(line, ordinal, input.AsOf!.Value);
            }
        }
    }

    /// <summary>Leaves a district out that cannot be counted. May run twice.</summary>
    public async Task SkipAsync(RollupId id, int ordinal, CancellationToken cancellationToken) =>
        await inputs.SkipAsync(id, await plans.ReadAsync(id, cancellationToken), ordinal, cancellationToken);

    /// <summary>Counts what is taken back from one of the districts of <see cref="Duplicates"/>. May run twice.</summary>
    public async Task TakeBackAsync(RollupId id, int number, CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(id, cancellationToken);
        var found = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Duplicates(id), PipelineJson.Default.Duplicates, cancellationToken);
        var ordinal = found.Districts[number];
        var input = await inputs.ReadAsync(id, ordinal, cancellationToken);
        var tally = new DistrictTally(plan.Measures, input.Measures);
        var index = await IndexAsync(input, cancellationToken);
        await using var retracted = StudentPlaces.ReadAsync(blobs, RollupPaths.Retracted(id, ordinal), cancellationToken).GetAsyncEnumerator(cancellationToken);
        var any = await retracted.MoveNextAsync();
        await foreach (var line in LinesAsync(input, cancellationToken))
        {
            if (!any)
            {
                break;
            }

            if (KeyOf(line) == retracted.Current.Key)
            {
                tally.Add(line);
                any = await retracted.MoveNextAsync();
            }
        }

        await blobs.WriteJsonAsync(RollupPaths.Container, RollupPaths.TakenBack(id, ordinal), tally.ToPart(index.Schools), PipelineJson.Default.DistrictPart, cancellationToken);
    }

    internal static UInt128 KeyOf(ContributionLine line) => UInt128.Parse(line.Key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static StudentPlace PlaceOf(ContributionLine line, int ordinal, DateOnly asOf) => new(
        KeyOf(line),
        ordinal,
        line.Begin <= asOf && (line.End is not { } end || asOf < end),
        line.Begin.DayNumber,
        line.End?.DayNumber ?? int.MaxValue);

    private IAsyncEnumerable<ContributionLine> LinesAsync(RollupInput input, CancellationToken cancellationToken) => blobs.ReadLinesAsync(
        CuratedPaths.Container,
        ContributionPaths.Lines(DistrictId.Parse(input.District), input.Version!.Value),
        PipelineJson.Default.ContributionLine,
        cancellationToken);

    private Task<ContributionIndex> IndexAsync(RollupInput input, CancellationToken cancellationToken) => blobs.ReadJsonAsync(
        CuratedPaths.Container,
        ContributionPaths.Index(DistrictId.Parse(input.District), input.Version!.Value),
        PipelineJson.Default.ContributionIndex,
        cancellationToken);
}
