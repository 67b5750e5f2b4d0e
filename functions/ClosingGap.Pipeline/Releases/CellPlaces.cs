using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Where the cells of an earlier table are in a newer one: the same organisation and group.</summary>
internal sealed class CellPlaces
{
    private readonly StateTable _table;
    private readonly StateTable _old;
    private readonly int[] _organisations;
    private readonly int[] _groups;

    public CellPlaces(StateTable table, StateTable old)
    {
        (_table, _old) = (table, old);
        var organisations = new Dictionary<(string?, string?), int>(table.Organisations.Count);
        for (var i = 0; i < table.Organisations.Count; i++)
        {
            organisations[(table.Organisations[i].District, table.Organisations[i].School)] = i;
        }

        var groups = table.Groups.Select((group, index) => (group, index)).ToDictionary(pair => pair.group, pair => pair.index, StringComparer.Ordinal);
        _organisations = [.. old.Organisations.Select(organisation => organisations.GetValueOrDefault((organisation.District, organisation.School), -1))];
        _groups = [.. old.Groups.Select(group => groups.GetValueOrDefault(group, -1))];
    }

    /// <summary>Puts what was told of an organisation into the newer table's cells.</summary>
    public void Fill(int organisation, OrganisationLine line, IReadOnlyList<CountCell> counts, CountCell?[] cells, PublishedCell?[] published)
    {
        if (_organisations[organisation] is not (>= 0 and var place))
        {
            return;
        }

        var told = line.Values.ToDictionary(value => value.Group, StringComparer.Ordinal);
        for (var group = 0; group < _groups.Length; group++)
        {
            if (_groups[group] < 0)
            {
                continue;
            }

            var cell = _table.Cell(place, _groups[group]);
            cells[cell] = counts[_old.Cell(organisation, group)];
            published[cell] = told.TryGetValue(_old.Groups[group], out var value)
                ? new PublishedCell(value.Students.ToPublished(), value.Percent.ToPublished())
                : new PublishedCell(PublishedValue.NotApplicable, PublishedValue.NotApplicable);
        }
    }
}
