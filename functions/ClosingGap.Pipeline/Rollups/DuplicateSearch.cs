using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// Finds students of several districts by merging the districts' sorted keys, 64 files at a time. Time grows with the students, memory with
/// those of several districts alone.
/// </summary>
public sealed class DuplicateSearch(IBlobStore blobs, RollupInputs inputs, IOptions<RollupOptions> options)
{
    /// <summary>How many files a pass makes of that many.</summary>
    public static int GroupsOf(int files) => (files + SortedMerge.FanIn - 1) / SortedMerge.FanIn;

    /// <summary>Merges 64 files of a pass to one of the next. May run twice.</summary>
    public async Task MergeAsync(RollupId id, int pass, int group, int files, CancellationToken cancellationToken) =>
        await StudentPlaces.WriteAsync(
            blobs, RollupPaths.Keys(id, pass + 1, group), await OpenAsync(id, pass, group * SortedMerge.FanIn, files, cancellationToken), cancellationToken);

    /// <summary>Merges the last files, at most 64, and writes for each district what another one owns. May run twice.</summary>
    /// <returns>Of how many districts something is taken back.</returns>
    public async Task<int> FindAsync(RollupId id, int pass, int files, CancellationToken cancellationToken)
    {
        var retracted = new SortedDictionary<int, List<StudentPlace>>();
        var places = new List<StudentPlace>();
        long students = 0, ambiguous = 0;
        await foreach (var place in await OpenAsync(id, pass, 0, files, cancellationToken))
        {
            if (places.Count > 0 && places[0].Key != place.Key)
            {
                Judge();
            }

            places.Add(place);
        }

        Judge();
        foreach (var (district, owned) in retracted)
        {
            await StudentPlaces.WriteAsync(blobs, RollupPaths.Retracted(id, district), owned.ToAsyncEnumerable(), cancellationToken);
        }

        var found = new Duplicates(students, retracted.Values.Sum(list => (long)list.Count), ambiguous, [.. retracted.Keys]);
        await blobs.WriteJsonAsync(RollupPaths.Container, RollupPaths.Duplicates(id), found, PipelineJson.Default.Duplicates, cancellationToken);
        return found.Districts.Count;

        void Judge()
        {
            var alone = AloneInTheirDistrict(places);
            if (alone.Count < places.Count || alone.Count > options.Value.MostDistrictsOfStudent)
            {
                ambiguous++;
            }

            if (alone.Count >= 2 && alone.Count <= options.Value.MostDistrictsOfStudent)
            {
                students++;
                var owner = Ownership.OwnerOf(alone);
                foreach (var other in alone.Where(other => other.District != owner.District))
                {
                    (retracted.TryGetValue(other.District, out var known) ? known : retracted[other.District] = []).Add(other);
                }
            }

            places.Clear();
        }
    }

    /// <summary>An id that two students of one district have tells no student there.</summary>
    private static List<StudentPlace> AloneInTheirDistrict(List<StudentPlace> places)
    {
        var alone = new List<StudentPlace>(places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            if ((i == 0 || places[i - 1].District != places[i].District) && (i + 1 == places.Count || places[i + 1].District != places[i].District))
            {
                alone.Add(places[i]);
            }
        }

        return alone;
    }

    private async Task<IAsyncEnumerable<StudentPlace>> OpenAsync(RollupId id, int pass, int first, int files, CancellationToken cancellationToken)
    {
        var sorted = new List<IAsyncEnumerable<StudentPlace>>(SortedMerge.FanIn);
        for (var file = first; file < Math.Min(first + SortedMerge.FanIn, files); file++)
        {
            // A file of the first pass is a district's: one that was left out after its keys were written does not count.
            if (pass > 0 || (await inputs.ReadAsync(id, file, cancellationToken)).IsCounted)
            {
                sorted.Add(StudentPlaces.ReadAsync(blobs, RollupPaths.Keys(id, pass, file), cancellationToken));
            }
        }

        return SortedMerge.MergeAsync(sorted, StudentPlace.ByKey, cancellationToken);
    }
}
