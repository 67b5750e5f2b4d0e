using System.Text.Json;
using ClosingGap.Domain.History;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>The lines of a shard's result: JSON Lines, one student each, in the order of sourcedIds.</summary>
internal static class ResultLines
{
    /// <summary>The lines of an earlier result by student key; none when there is no earlier result.</summary>
    public static async Task<Dictionary<string, StudentLine>> ReadAsync(
        IBlobStore blobs, DistrictId district, ResultShard? before, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, StudentLine>(StringComparer.Ordinal);
        if (before is not null)
        {
            await foreach (var line in ReadAsync(blobs, CuratedPaths.ResultLines(district, before.Version, before.Shard), cancellationToken))
            {
                lines[line.Key] = line;
            }
        }

        return lines;
    }

    /// <summary>Streams the lines of a result.</summary>
    public static IAsyncEnumerable<StudentLine> ReadAsync(IBlobStore blobs, string path, CancellationToken cancellationToken) =>
        blobs.ReadLinesAsync(CuratedPaths.Container, path, PipelineJson.Default.StudentLine, cancellationToken);

    /// <summary>Writes the lines of a result.</summary>
    public static async Task WriteAsync(IBlobStore blobs, string path, List<StudentLine> lines, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(content, line, PipelineJson.Default.StudentLine);
            content.WriteByte((byte)'\n');
        }

        content.Position = 0;
        await blobs.WriteAsync(CuratedPaths.Container, path, content, "application/x-ndjson", cancellationToken);
    }

    /// <summary>What the verdicts were before: as published last, else as the settled months tell it.</summary>
    public static PreviousVerdicts Previous(StudentLine? line, StudentHistory history, MilestoneSet inForce)
    {
        // What was published of a later day is not known to an older export that is computed again.
        line = line?.History is { } last && last.AsOf > history.AsOf ? null : line;
        var known = new Dictionary<string, PreviousVerdict>(StringComparer.Ordinal);
        foreach (var definition in inForce.Definitions)
        {
            if (line is not null && line.Verdicts.TryGetValue(definition.Id, out var published))
            {
                known[definition.Id] = new PreviousVerdict(published.Status, published.Since);
            }
            else if (HistoryKeeper.Last(history, definition.Id) is var (status, since))
            {
                known[definition.Id] = new PreviousVerdict(status, since);
            }
        }

        return new PreviousVerdicts(known);
    }
}
