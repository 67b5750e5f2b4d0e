using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// Which measures of a rollup are protected together. Those of the same students share one pattern; those of others are by themselves: one pattern over
/// different students keeps back nearly everything, as a cell that is small in one measure is lost in all. A state that wants it nevertheless says so: where two
/// measures judge the same students in some cells and a reader knows it, what one tells may then not give away what the other hides.
/// </summary>
public sealed class MeasurePopulations(IBlobStore blobs)
{
    /// <summary>Fixes them, once the counts are there. May run twice.</summary>
    /// <returns>Of each population the ids of its measures, in the order of the plan.</returns>
    public async Task<List<List<string>>> FixAsync(RollupId id, RollupPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var path = RollupPaths.Populations(id);
        if (await blobs.FindJsonAsync(RollupPaths.Container, path, PipelineJson.Default.ListListString, cancellationToken) is { } known)
        {
            return known;
        }

        var populations = new List<List<string>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var measure in plan.Measures)
        {
            var students = plan.Rules.Together ? "" : await StudentsAsync(id, measure.Id, cancellationToken);
            if (places.TryAdd(students, populations.Count))
            {
                populations.Add([]);
            }

            populations[places[students]].Add(measure.Id);
        }

        await blobs.WriteJsonAsync(RollupPaths.Container, path, populations, PipelineJson.Default.ListListString, cancellationToken);
        return populations;
    }

    /// <summary>Equal for measures with the same students in every cell.</summary>
    private async Task<string> StudentsAsync(RollupId id, string measure, CancellationToken cancellationToken)
    {
        var counts = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Counts(id, measure), PipelineJson.Default.MeasureCounts, cancellationToken);
        var students = new long[counts.Counts.Length / 2];
        for (var cell = 0; cell < students.Length; cell++)
        {
            students[cell] = counts.Counts[2 * cell];
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(students.AsSpan())));
    }
}
