using ClosingGap.Domain.Groups;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Adds up the parts of all districts to the state's table, without what is taken back. It holds the table and one part.</summary>
public sealed class TableBuilding(IBlobStore blobs)
{
    /// <summary>Writes the table's shape and the counts of each measure. May run twice.</summary>
    /// <returns>Students, each once.</returns>
    public async Task<long> RunAsync(RollupId id, RollupPlan plan, IReadOnlyList<RollupInput> inputs, Duplicates duplicates, CancellationToken cancellationToken)
    {
        var table = await ShapeAsync(id, inputs, cancellationToken);
        var measures = plan.Measures.ToDictionary(measure => measure.Id, _ => new long[2 * table.CellCount], StringComparer.Ordinal);
        var groups = table.Groups.Select((group, index) => (group, index)).ToDictionary(pair => pair.group, pair => pair.index, StringComparer.Ordinal);
        var organisations = Organisations(table);
        long students = 0;
        foreach (var input in inputs.Where(input => input.IsCounted))
        {
            var part = await PartAsync(RollupPaths.Part(id, input.Ordinal), cancellationToken);
            Add(part, 1);
            if (duplicates.Districts.Contains(input.Ordinal))
            {
                Add(await PartAsync(RollupPaths.TakenBack(id, input.Ordinal), cancellationToken), -1);
            }

            void Add(DistrictPart counted, int sign)
            {
                students += sign * counted.Students;
                foreach (var (school, ofSchool) in counted.Schools)
                {
                    int[] at = [0, organisations[(input.District, "")], organisations[(input.District, school)]];
                    foreach (var (group, counts) in ofSchool)
                    {
                        if (groups.TryGetValue(group, out var index))
                        {
                            AddCell(at, index, counted.Measures, counts, sign);
                        }
                    }
                }
            }
        }

        await blobs.WriteJsonAsync(RollupPaths.Container, RollupPaths.Table(id), table, PipelineJson.Default.StateTable, cancellationToken);
        foreach (var (measure, counts) in measures)
        {
            await blobs.WriteJsonAsync(
                RollupPaths.Container, RollupPaths.Counts(id, measure), new MeasureCounts(measure, counts), PipelineJson.Default.MeasureCounts, cancellationToken);
        }

        return students;

        void AddCell(int[] at, int group, IReadOnlyList<string> counted, long[] counts, int sign)
        {
            for (var measure = 0; measure < counted.Count; measure++)
            {
                var all = measures[counted[measure]];
                foreach (var organisation in at)
                {
                    var cell = 2 * table.Cell(organisation, group);
                    all[cell] += sign * counts[2 * measure];
                    all[cell + 1] += sign * counts[(2 * measure) + 1];
                }
            }
        }
    }

    /// <summary>A dimension that no district reports is left out.</summary>
    private async Task<StateTable> ShapeAsync(RollupId id, IReadOnlyList<RollupInput> inputs, CancellationToken cancellationToken)
    {
        var organisations = new List<StateOrganisation> { new(OrganisationLevel.State, null, null, id.State) };
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs.Where(input => input.IsCounted))
        {
            var part = await PartAsync(RollupPaths.Part(id, input.Ordinal), cancellationToken);
            organisations.Add(new StateOrganisation(OrganisationLevel.District, input.District, null, input.Name));
            foreach (var (school, groups) in part.Schools.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                organisations.Add(new StateOrganisation(OrganisationLevel.School, input.District, school, part.Names.GetValueOrDefault(school, school)));
                found.UnionWith(groups.Keys);
            }
        }

        found.Remove(StateTable.All);
        var reported = found.Where(group => !group.EndsWith(":" + StateDimensions.NotReported, StringComparison.Ordinal))
            .Select(GroupDimensions.OfKey).ToHashSet(StringComparer.Ordinal);
        return new StateTable(organisations, [StateTable.All, .. found.Where(group => reported.Contains(GroupDimensions.OfKey(group)))]);
    }

    private static Dictionary<(string District, string School), int> Organisations(StateTable table)
    {
        var organisations = new Dictionary<(string District, string School), int>(table.Organisations.Count);
        for (var i = 1; i < table.Organisations.Count; i++)
        {
            organisations.Add((table.Organisations[i].District!, table.Organisations[i].School ?? ""), i);
        }

        return organisations;
    }

    private Task<DistrictPart> PartAsync(string path, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(RollupPaths.Container, path, PipelineJson.Default.DistrictPart, cancellationToken);
}
