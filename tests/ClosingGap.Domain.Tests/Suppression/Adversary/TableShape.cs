using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Which organisations and groups a table has. Organisations: a school alone (no districts), or a state, its districts, their schools.
/// Groups: every dimension for itself, or the first two crossed. A slot is one group, or all, of an organisation.
/// </summary>
internal sealed record TableShape(IReadOnlyList<int> SchoolsOfDistricts, IReadOnlyList<int> Dimensions, bool IsCrossed, int Measures)
{
    public int Schools => Math.Max(1, SchoolsOfDistricts.Sum());

    private int Organisations => SchoolsOfDistricts.Count == 0 ? 1 : 1 + SchoolsOfDistricts.Count + Schools;

    private int Slots => IsCrossed ? (Dimensions[0] + 1) * (Dimensions[1] + 1) : 1 + Dimensions.Sum();

    public int Cells => Organisations * Slots;

    public override string ToString() =>
        $"districts of [{string.Join(',', SchoolsOfDistricts)}] schools, {(IsCrossed ? "crossed" : "separate")} groups [{string.Join(',', Dimensions)}], {Measures} measures, {Cells} cells";

    /// <summary>Counts the students into cells.</summary>
    public CountTables Count(IReadOnlyList<InventedStudent> students)
    {
        var measures = new List<MeasureTable>();
        for (var measure = 0; measure < Measures; measure++)
        {
            var counts = new CountCell[Cells];
            foreach (var student in students)
            {
                if (student.Outcomes[measure] is not { } outcome)
                {
                    continue;
                }

                foreach (var cell in CellsOf(student))
                {
                    counts[cell] = new CountCell(counts[cell].Students + 1, counts[cell].Outcomes + (outcome ? 1 : 0));
                }
            }

            measures.Add(new MeasureTable($"measure-{measure + 1}", counts));
        }

        return new CountTables(Cells, [.. Lines()], measures);
    }

    private IEnumerable<int> CellsOf(InventedStudent student) =>
        from organisation in OrganisationsOf(student.School)
        from slot in SlotsOf(student.Groups)
        select (organisation * Slots) + slot;

    private IEnumerable<int> OrganisationsOf(int school)
    {
        yield return 0;
        if (SchoolsOfDistricts.Count == 0)
        {
            yield break;
        }

        var (district, before) = (0, 0);
        while (school >= before + SchoolsOfDistricts[district])
        {
            before += SchoolsOfDistricts[district++];
        }

        yield return 1 + district;
        yield return 1 + SchoolsOfDistricts.Count + school;
    }

    private IEnumerable<int> SlotsOf(IReadOnlyList<int> groups) =>
        IsCrossed
            ? [0, Crossed(groups[0] + 1, 0), Crossed(0, groups[1] + 1), Crossed(groups[0] + 1, groups[1] + 1)]
            : groups.Select((group, dimension) => 1 + Dimensions.Take(dimension).Sum() + group).Prepend(0);

    private int Crossed(int row, int column) => (row * (Dimensions[1] + 1)) + column;

    private IEnumerable<AdditiveLine> Lines()
    {
        foreach (var line in SlotLines())
        {
            for (var organisation = 0; organisation < Organisations; organisation++)
            {
                yield return new AdditiveLine((organisation * Slots) + line.Total, [.. line.Parts.Select(p => (organisation * Slots) + p)]);
            }
        }

        foreach (var (parent, children) in Families())
        {
            for (var slot = 0; slot < Slots; slot++)
            {
                yield return new AdditiveLine((parent * Slots) + slot, [.. children.Select(c => (c * Slots) + slot)]);
            }
        }
    }

    private IEnumerable<AdditiveLine> SlotLines()
    {
        if (!IsCrossed)
        {
            return Dimensions.Select((groups, d) => new AdditiveLine(0, [.. Enumerable.Range(1 + Dimensions.Take(d).Sum(), groups)]));
        }

        var rows = Enumerable.Range(0, Dimensions[0] + 1).Select(r => new AdditiveLine(Crossed(r, 0), [.. Enumerable.Range(1, Dimensions[1]).Select(c => Crossed(r, c))]));
        var columns = Enumerable.Range(0, Dimensions[1] + 1).Select(c => new AdditiveLine(Crossed(0, c), [.. Enumerable.Range(1, Dimensions[0]).Select(r => Crossed(r, c))]));
        return rows.Concat(columns);
    }

    private IEnumerable<(int Parent, IReadOnlyList<int> Children)> Families()
    {
        if (SchoolsOfDistricts.Count == 0)
        {
            yield break;
        }

        yield return (0, [.. Enumerable.Range(1, SchoolsOfDistricts.Count)]);
        var school = 1 + SchoolsOfDistricts.Count;
        for (var district = 0; district < SchoolsOfDistricts.Count; district++)
        {
            yield return (1 + district, [.. Enumerable.Range(school, SchoolsOfDistricts[district])]);
            school += SchoolsOfDistricts[district];
        }
    }
}
