using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ClosingGap.Local.Running;
using ClosingGap.Local.Screen;
using ClosingGap.Pipeline.Drops;
using ClosingGap.SampleData;

namespace ClosingGap.Local.Sample;

/// <summary>
/// Sees to it that the sample district is registered, dropped and published: what is done already, also by an earlier start that was
/// ended in the middle, is not done again.
/// </summary>
internal sealed class SampleRun(ApiClient api, string storage, LocalFolders folders, ProgressScreen screen)
{
    private const string State = "TX";
    private const string LocalId = "990001";
    private const string Name = "Sample District";
    private const string BlobPath = $"{State}/{LocalId}/sis/sample.zip";

    /// <summary>The sample district's id.</summary>
    public const string District = $"{State}-{LocalId}";

    /// <summary>Runs until the drop has ended; the exit code that this is worth.</summary>
    public async Task<int> RunAsync(int students, CancellationToken cancellationToken)
    {
        if (!await api.IsRegisteredAsync(District, cancellationToken))
        {
            await api.RegisterAsync(District, Name, cancellationToken);
            screen.Line($"Registered {District}, an invented district.");
        }

        var container = new BlobServiceClient(storage).GetBlobContainerClient(DropPath.Container);
        await container.CreateIfNotExistsAsync(PublicAccessType.None, null, null, cancellationToken);
        var blob = container.GetBlobClient(BlobPath);
        var etag = await FindAsync(blob, cancellationToken);
        if (etag is null)
        {
            etag = await DropAsync(blob, students, cancellationToken);
        }

        var dropId = DropIds.OfZip(BlobPath, etag);
        var drop = await new DropWatch(api, screen).UntilEndAsync(dropId, cancellationToken);
        if (drop.State is not DropState.Published)
        {
            screen.Line($"The drop ended as {drop.State} ({drop.ReasonCode}): {drop.Reason}");
            screen.Line($"Its record: {api.UrlOf($"v1/drops/{dropId}")}");
            return drop.State is DropState.Failed ? ExitCodes.Fault : ExitCodes.NotPublished;
        }

        await new SampleSummaryText(api, screen).ShowAsync(drop, cancellationToken);
        return ExitCodes.Done;
    }

    private static async Task<string?> FindAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return Text((await blob.GetPropertiesAsync(null, cancellationToken)).Value.ETag);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private async Task<string> DropAsync(BlobClient blob, int students, CancellationToken cancellationToken)
    {
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Making a night's export of {students:N0} students …"));
        var made = await SampleDistrictWriter.WriteAsync(
            new SampleOptions { Students = students, State = State, District = LocalId }, folders.Sample, cancellationToken);
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["asof"] = made.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/zip" },
        };
        var uploaded = await blob.UploadAsync(made.SisZip, options, cancellationToken);
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Dropped {new FileInfo(made.SisZip).Length / 1024:N0} KiB at drops/{BlobPath}."));
        return Text(uploaded.Value.ETag);
    }

    // Quoted in one answer of the service and not in another; the id of a drop is made without the quotes.
    private static string Text(ETag etag) => etag.ToString("H").Trim('"');
}
