using System.Text;
using System.Text.Json;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Students;

namespace ClosingGap.Pipeline.Flags;

/// <summary>Raises, lists and closes flags on figures. May run twice: raising the same again gives the flag that is there.</summary>
public sealed class FigureFlags(IDocumentStore documents, StudentReader students, DropReader drops, TimeProvider clock)
{
    private const int DropsLookedAt = 100;
    private const int MaxPageSize = 200;

    /// <summary>Raises a flag on a milestone's figure; null when what is published of the district has no such student or verdict.</summary>
    public async Task<FigureFlag?> RaiseAsync(
        DistrictId district, string studentKey, string milestone, string by, string? note, CancellationToken cancellationToken)
    {
        if (await students.FindAsync(district, studentKey, cancellationToken) is not { } found
            || found.Value.Deserialize(PipelineJson.Default.StudentBody)!.Verdicts.FirstOrDefault(one => string.Equals(one.MilestoneId, milestone, StringComparison.Ordinal)) is not { } verdict)
        {
            return null;
        }

        string[] indicators = [.. verdict.Reasons.Select(reason => reason.Indicator).OfType<string>().Distinct(StringComparer.Ordinal)];
        var id = ContentHash.Of(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{district}|{studentKey}|{milestone}|{found.Version}")))[..26];
        var flag = new FigureFlag(
            id, district.ToString(), studentKey, milestone, verdict.MilestoneVersion, verdict.Status, indicators,
            await SourcesAsync(district, indicators, cancellationToken), found.Version, by, clock.GetUtcNow(), note);
        var key = DocumentKeys.Flag(district, id);
        var written = await documents.CreateAsync(key, flag, PipelineJson.Default.FigureFlag, cancellationToken);
        return written.IsWritten ? flag : (await documents.GetAsync(key, PipelineJson.Default.FigureFlag, cancellationToken))?.Value;
    }

    /// <summary>A page of the district's flags.</summary>
    public async Task<FlagPage> ListAsync(DistrictId district, string? after, int pageSize, CancellationToken cancellationToken)
    {
        var page = await documents.ListAsync(DocumentKeys.FlagsPartition(district), "", after, Math.Clamp(pageSize, 1, MaxPageSize), cancellationToken);
        return new FlagPage([.. page.Documents.Select(document => JsonDocuments.Read(document.Body, PipelineJson.Default.FigureFlag))], page.NextAfter);
    }

    /// <summary>Closes a flag with what came of it; one that is closed stays as it is. Null when there is none.</summary>
    public async Task<FigureFlag?> CloseAsync(DistrictId district, string id, string by, string resolution, CancellationToken cancellationToken)
    {
        var key = DocumentKeys.Flag(district, id);
        while (await documents.GetAsync(key, PipelineJson.Default.FigureFlag, cancellationToken) is { } stored)
        {
            if (stored.Value.ClosedAt is not null)
            {
                return stored.Value;
            }

            var closed = stored.Value with { ClosedBy = by, ClosedAt = clock.GetUtcNow(), Resolution = resolution };
            if ((await documents.ReplaceAsync(key, closed, stored.ETag, PipelineJson.Default.FigureFlag, cancellationToken)).IsWritten)
            {
                return closed;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<FlagSource>> SourcesAsync(DistrictId district, IEnumerable<string> indicators, CancellationToken cancellationToken)
    {
        var open = indicators.SelectMany(IndicatorTables.Of).ToHashSet(StringComparer.Ordinal);
        var sources = new SortedDictionary<string, FlagSource>(StringComparer.Ordinal);
        foreach (var reference in (await drops.ListAsync(district, null, DropsLookedAt, cancellationToken)).Drops)
        {
            if (open.Count == 0)
            {
                break;
            }

            if (await drops.FindAsync(reference.DropId, cancellationToken) is not { State: DropState.Published } drop)
            {
                continue;
            }

            foreach (var file in drop.Files)
            {
                if (file.Table is { } table && open.Remove(table))
                {
                    sources[table] = new FlagSource(table, file.File, drop.Id);
                }
            }
        }

        return [.. sources.Values];
    }
}
