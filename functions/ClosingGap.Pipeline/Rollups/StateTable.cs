using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// The shape of a state's table: organisations by groups. The state comes first, then each district with its schools after it. The cell of
/// organisation o and group g has the number o times the number of groups plus g, in every measure.
/// </summary>
/// <param name="Organisations">The state, then each district followed by its schools.</param>
/// <param name="Groups"><c>all</c>, then <c>dimension:value</c> in ordinal order.</param>
public sealed record StateTable(IReadOnlyList<StateOrganisation> Organisations, IReadOnlyList<string> Groups)
{
    /// <summary>The group of all students.</summary>
    public const string All = "all";

    /// <summary>How many cells a measure has.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int CellCount => Organisations.Count * Groups.Count;

    /// <summary>The number of a cell.</summary>
    public int Cell(int organisation, int group) => (organisation * Groups.Count) + group;

    /// <summary>
    /// What adds up: at each organisation the groups of each dimension to all students, and in each group the districts to the state and
    /// the schools to their district.
    /// </summary>
    public IReadOnlyList<AdditiveLine> Lines()
    {
        var lines = new List<AdditiveLine>();
        var dimensions = Enumerable.Range(1, Groups.Count - 1).GroupBy(group => GroupDimensions.OfKey(Groups[group]), StringComparer.Ordinal).Select(groups => groups.ToList()).ToList();
        for (var organisation = 0; organisation < Organisations.Count; organisation++)
        {
            foreach (var dimension in dimensions)
            {
                lines.Add(new AdditiveLine(Cell(organisation, 0), [.. dimension.Select(group => Cell(organisation, group))]));
            }
        }

        foreach (var (total, parts) in Hierarchy())
        {
            for (var group = 0; group < Groups.Count; group++)
            {
                lines.Add(new AdditiveLine(Cell(total, group), [.. parts.Select(part => Cell(part, group))]));
            }
        }

        return lines;
    }

    private IEnumerable<(int Total, List<int> Parts)> Hierarchy()
    {
        var districts = new List<int>();
        for (var organisation = 1; organisation < Organisations.Count; organisation++)
        {
            if (Organisations[organisation].Level != OrganisationLevel.District)
            {
                continue;
            }

            districts.Add(organisation);
            var schools = new List<int>();
            for (var next = organisation + 1; next < Organisations.Count && Organisations[next].Level == OrganisationLevel.School; next++)
            {
                schools.Add(next);
            }

            if (schools.Count > 0)
            {
                yield return (organisation, schools);
            }
        }

        if (districts.Count > 0)
        {
            yield return (0, districts);
        }
    }
}
