using System.Text;
using System.Text.Json;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Releases;

/// <summary>
/// Writes a release as files: of each measure CSV and Parquet, the dictionary of the columns, and what the data are. They are made of the
/// protected lines alone; no true count comes near them.
/// </summary>
public sealed class StateDataSets(IBlobStore blobs, IOptions<PipelineOptions> pipeline)
{
    /// <summary>The container.</summary>
    public const string Container = "exports";

    /// <summary>Where the files of a release are.</summary>
    public static string Prefix(string state, int number) => $"{state}/{StateRelease.IdOf(state, number)}/";

    /// <summary>Writes all files of a release. May run twice.</summary>
    public async Task WriteAsync(StateRelease release, CancellationToken cancellationToken)
    {
        var id = RollupId.Parse(release.Rollup);
        var before = release.ProtectedAgainst ?? throw new InvalidOperationException("release.unprotected: the release was not protected yet.");
        var index = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Index(id, before), PipelineJson.Default.CandidateIndex, cancellationToken);
        var prefix = Prefix(release.StateCode, release.Number);
        foreach (var measure in index.Measures)
        {
            await using (var csv = new PulledStream(DataSetCsv.PiecesAsync(measure.Id, Lines(measure.Id)), cancellationToken))
            {
                await blobs.WriteAsync(Container, $"{prefix}{measure.Id}.csv", csv, "text/csv; charset=utf-8", cancellationToken);
            }

            await using var parquet = Temporary();
            await DataSetParquet.WriteAsync(parquet, measure.Id, Lines(measure.Id), cancellationToken);
            parquet.Position = 0;
            await blobs.WriteAsync(Container, $"{prefix}{measure.Id}.parquet", parquet, "application/vnd.apache.parquet", cancellationToken);
        }

        await WriteTextAsync("dictionary.csv", Dictionary(), "text/csv; charset=utf-8");
        await WriteTextAsync("metadata.json", await MetadataAsync(release, id, index, cancellationToken), "application/json");

        IAsyncEnumerable<OrganisationLine> Lines(string measure) =>
            blobs.ReadLinesAsync(RollupPaths.Container, RollupPaths.Measure(id, before, measure), PipelineJson.Default.OrganisationLine, cancellationToken);

        async Task WriteTextAsync(string name, string text, string contentType)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            await blobs.WriteAsync(Container, prefix + name, content, contentType, cancellationToken);
        }
    }

    private static string Dictionary() => DataSetColumns.All.Aggregate(
        new StringBuilder("column,type,meaning\r\n"),
        static (text, column) => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{column.Name},{column.Type},\"{column.Meaning}\"\r\n")).ToString();

    private async Task<string> MetadataAsync(StateRelease release, RollupId id, CandidateIndex index, CancellationToken cancellationToken)
    {
        var inputs = await blobs.ReadJsonAsync(RollupPaths.Container, RollupPaths.Inputs(id), PipelineJson.Default.ListRollupInput, cancellationToken);
        var metadata = new DataSetMetadata(
            release.Id, release.Kind, release.Label, release.Reason, release.Rollup, index.Date, index.Rules, index.Report.Percents,
            [.. index.Measures.Select(measure => new ReleasedMeasure(measure.Id, measure.Title, measure.Version, measure.Definition))],
            ReleasedCounts.Of(inputs), [.. inputs.Select(ReleasedDistrict.Of)]);
        return JsonSerializer.Serialize(metadata, PipelineJson.Default.DataSetMetadata);
    }

    private FileStream Temporary()
    {
        Directory.CreateDirectory(pipeline.Value.TemporaryFolder);
        return new FileStream(
            Path.Combine(pipeline.Value.TemporaryFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }
}
