using System.Text.Json;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>The lines of one measure of a candidate, as they are made.</summary>
/// <param name="table">The organisations and groups.</param>
/// <param name="measure">What is published of each cell.</param>
/// <param name="rules">Which cells are reliable.</param>
/// <param name="leftOut">The districts that are not counted in the measure: theirs is not reported.</param>
internal sealed class CandidateLines(StateTable table, PublishedMeasure measure, SuppressionRules rules, IReadOnlySet<string> leftOut)
{
    private static readonly ShownCell NotReported = new(StateTable.All, ShownValue.Of(PublishedValue.NotReported), ShownValue.Of(PublishedValue.NotReported), null);

    private readonly int?[] _references = References(table.Groups);
    private readonly List<long> _offsets = new(table.Organisations.Count);

    /// <summary>Where the line of each organisation begins; complete once all pieces were taken.</summary>
    public IReadOnlyList<long> Offsets => _offsets;

    /// <summary>How the percents are shown; complete once all pieces were taken.</summary>
    public ProtectionSummary Summary { get; private set; } = new();

    /// <summary>A piece for each organisation.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync()
    {
        long at = 0;
        for (var organisation = 0; organisation < table.Organisations.Count; organisation++)
        {
            using var piece = new MemoryStream();
            JsonSerializer.Serialize(piece, Line(organisation), PipelineJson.Default.OrganisationLine);
            piece.WriteByte((byte)'\n');
            _offsets.Add(at);
            at += piece.Length;
            yield return piece.GetBuffer().AsMemory(0, (int)piece.Length);
        }

        await Task.CompletedTask;
    }

    private OrganisationLine Line(int organisation)
    {
        var shown = table.Organisations[organisation];
        if (shown.District is { } district && leftOut.Contains(district))
        {
            Summary = Summary.Plus(new ProtectionSummary { NotReported = table.Groups.Count });
            return new OrganisationLine(shown.Level, shown.District, shown.School, shown.Name, [NotReported]);
        }

        var values = new List<ShownCell>();
        for (var group = 0; group < table.Groups.Count; group++)
        {
            var cell = measure.Cells[table.Cell(organisation, group)];
            Summary = Summary.Plus(Of(cell.Percent.Status));
            if (group == 0 || cell.Students.Status != ValueStatus.NotApplicable || cell.Percent.Status != ValueStatus.NotApplicable)
            {
                values.Add(new ShownCell(
                    table.Groups[group], ShownValue.Of(cell.Students), ShownValue.Of(cell.Percent), cell.Percent.IsShown ? rules.IsReliable(cell) : null)
                {
                    Gap = _references[group] is { } reference
                        ? ShownGap.Of(table.Groups[reference], measure.Cells[table.Cell(organisation, reference)], cell, rules)
                        : null,
                });
            }
        }

        return new OrganisationLine(shown.Level, shown.District, shown.School, shown.Name, values);
    }

    /// <summary>For each group the reference group of its dimension; null where there is none, and for that group itself.</summary>
    private static int?[] References(IReadOnlyList<string> groups)
    {
        var indices = Enumerable.Range(0, groups.Count).ToDictionary(group => groups[group], StringComparer.Ordinal);
        return
        [
            .. groups.Select((key, group) =>
                GroupDimensions.OfKey(key) is var name && GroupDimensions.Find(name)?.Reference is { } value
                && indices.TryGetValue($"{name}:{value}", out var reference) && reference != group
                    ? reference
                    : (int?)null),
        ];
    }

    private static ProtectionSummary Of(ValueStatus status) => status switch
    {
        ValueStatus.Exact => new ProtectionSummary { Exact = 1 },
        ValueStatus.Range => new ProtectionSummary { Ranges = 1 },
        ValueStatus.Suppressed => new ProtectionSummary { Suppressed = 1 },
        ValueStatus.NotApplicable => new ProtectionSummary { NotApplicable = 1 },
        ValueStatus.NotReported => new ProtectionSummary { NotReported = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of values."),
    };
}
