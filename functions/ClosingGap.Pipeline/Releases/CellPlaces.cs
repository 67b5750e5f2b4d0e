using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Where the cells of an earlier table are in a newer one: at the same organisation and group, or after its cells where that has gone.</summary>
internal sealed class CellPlaces
{
    private readonly StateTable _old;
    private readonly int[] _places;
    private readonly bool _isSame;

    public CellPlaces(StateTable table, StateTable old)
    {
        _old = old;
        var organisations = new Dictionary<(string?, string?), int>(table.Organisations.Count);
        for (var i = 0; i < table.Organisations.Count; i++)
        {
            organisations[(table.Organisations[i].District, table.Organisations[i].School)] = i;
        }

        var groups = table.Groups.Select((group, index) => (group, index)).ToDictionary(pair => pair.group, pair => pair.index, StringComparer.Ordinal);
        _places = new int[old.CellCount];
        for (var organisation = 0; organisation < old.Organisations.Count; organisation++)
        {
            var (district, school) = (old.Organisations[organisation].District, old.Organisations[organisation].School);
            for (var group = 0; group < old.Groups.Count; group++)
            {
                _places[old.Cell(organisation, group)] = organisations.TryGetValue((district, school), out var at) && groups.TryGetValue(old.Groups[group], out var of)
                    ? table.Cell(at, of)
                    : table.CellCount + Gone++;
            }
        }

        _isSame = Gone == 0 && old.CellCount == table.CellCount;
        CellCount = table.CellCount + Gone;
    }

    /// <summary>How many cells have gone.</summary>
    public int Gone { get; }

    /// <summary>The cells of the newer table and those that have gone.</summary>
    public int CellCount { get; }

    /// <summary>What added up then; nothing where the same cells are there, as the same adds up now.</summary>
    public IReadOnlyList<AdditiveLine> Lines() => _isSame
        ? []
        : [.. _old.Lines().Select(line => new AdditiveLine(_places[line.Total], [.. line.Parts.Select(part => _places[part])]))];

    /// <summary>Puts what was told of an organisation where its cells are.</summary>
    public void Fill(int organisation, OrganisationLine line, IReadOnlyList<CountCell> counts, PublishedCellPool pool, CountCell?[] cells, PublishedCell?[] published)
    {
        var told = line.Values.ToDictionary(value => value.Group, StringComparer.Ordinal);
        for (var group = 0; group < _old.Groups.Count; group++)
        {
            var cell = _old.Cell(organisation, group);
            cells[_places[cell]] = counts[cell];
            published[_places[cell]] = told.TryGetValue(_old.Groups[group], out var value)
                ? pool.Of(new PublishedCell(value.Students.ToPublished(), value.Percent.ToPublished()))
                : PublishedCell.NotApplicable;
        }
    }
}
