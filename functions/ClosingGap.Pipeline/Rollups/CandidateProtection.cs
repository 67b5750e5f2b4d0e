using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// Protects the measures of one population against readers who also have the earlier releases, and writes what may be published of them. A population by itself, as
/// together they may take longer than one activity may.
/// </summary>
public sealed class CandidateProtection(IBlobStore blobs, RollupPlans plans, MeasurePopulations populations, EarlierReleases earlier, RollupRecords records)
{
    private const int NamedUnproven = 100;

    /// <summary>Protects a population. May run twice: the same rollup gives the same bytes.</summary>
    public async Task RunAsync(CandidatePiece piece, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var id = RollupId.Parse(piece.Rollup);
        await records.ProgressAsync(id, "protect", piece.Population, piece.Populations, cancellationToken);
        var path = RollupPaths.Population(id, piece.Releases, piece.Population);
        if (await blobs.FindAsync(RollupPaths.Container, path, cancellationToken) is not null)
        {
            return;
        }

        var plan = await plans.ReadAsync(id, cancellationToken);
        var ids = (await populations.FixAsync(id, plan, cancellationToken))[piece.Population];
        var measures = plan.Measures.Where(measure => ids.Contains(measure.Id, StringComparer.Ordinal)).ToList();
        var table = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Table(id), PipelineJson.Default.StateTable, cancellationToken);
        var counts = new List<MeasureTable>(measures.Count);
        foreach (var measure in measures)
        {
            var read = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Counts(id, measure.Id), PipelineJson.Default.MeasureCounts, cancellationToken);
            counts.Add(new MeasureTable(measure.Id, read.ToCells()));
        }

        var rules = plan.Rules.Find() ?? throw new InvalidOperationException("rollup.unknown_rules: there is no rule set of the name that the state's calendar gives.");
        var before = await earlier.ReadAsync(id.State, piece.Releases, table, measures, cancellationToken);
        var result = Suppressor.Protect(new CountTables(table.CellCount, table.Lines(), counts), rules, before, cancellationToken);

        var inputs = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken);
        var written = new List<CandidateMeasure>(measures.Count);
        for (var i = 0; i < measures.Count; i++)
        {
            var measure = measures[i];
            var leftOut = inputs.Where(input => input.IsCounted && !input.Has(measure)).Select(input => input.District);
            var lines = new CandidateLines(table, result.Measures[i], rules, leftOut.ToHashSet(StringComparer.Ordinal));
            await using var content = new PulledStream(lines.PiecesAsync(), cancellationToken);
            await blobs.WriteAsync(RollupPaths.Container, RollupPaths.Measure(id, piece.Releases, measure.Id), content, "application/x-ndjson", cancellationToken);
            written.Add(new CandidateMeasure(measure.Id, measure.Title, measure.Version, measure.Definition, lines.Summary, lines.Offsets));
        }

        await blobs.WriteJsonAsync(
            RollupPaths.Container,
            path,
            new CandidatePopulation(ProtectionReport.Of(result.Report), Unproven(table, result.Report), written),
            PipelineJson.Default.CandidatePopulation,
            cancellationToken);
    }

    private static List<UnprovenCell> Unproven(StateTable table, SuppressionReport report) =>
    [
        .. report.WithheldComponents
            .SelectMany(component => component.Unproven.Select(cell => (component.Measure, cell)))
            .Where(found => found.cell < table.CellCount)
            .Take(NamedUnproven)
            .Select(found => (found.Measure, Organisation: table.Organisations[found.cell / table.Groups.Count], Group: table.Groups[found.cell % table.Groups.Count]))
            .Select(found => new UnprovenCell(found.Measure, found.Organisation.District, found.Organisation.School, found.Group)),
    ];
}
