using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Reads drops, their reports and their order.</summary>
public sealed class DropReader(DropRecords records, IDocumentStore documents, IBlobStore blobs)
{
    /// <summary>The record, or null.</summary>
    public async Task<Drop?> FindAsync(string dropId, CancellationToken cancellationToken) =>
        DropIds.IsWellFormed(dropId) ? (await records.FindAsync(dropId, cancellationToken))?.Value : null;

    /// <summary>The row-level report as JSON Lines, or null when there is none yet.</summary>
    public async Task<Stream?> OpenReportAsync(string dropId, CancellationToken cancellationToken)
    {
        var drop = await FindAsync(dropId, cancellationToken);
        if (!DistrictId.TryParse(drop?.District, out var district))
        {
            return null;
        }

        try
        {
            return await blobs.OpenReadAsync(DropValidation.ReportContainer, DropValidation.ReportPath(district, dropId), null, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A page of a district's drops, newest first.</summary>
    /// <param name="after">The <see cref="DropPage.Next"/> of the page before; null: the first page.</param>
    /// <param name="pageSize">1 to 200.</param>
    public async Task<DropPage> ListAsync(DistrictId district, string? after, int pageSize, CancellationToken cancellationToken)
    {
        var page = await documents.ListAsync(
            DocumentKeys.DropsPartition(district.ToString()), "", after, Math.Clamp(pageSize, 1, 200), cancellationToken);
        return new DropPage([.. page.Documents.Select(document => JsonDocuments.Read(document.Body, PipelineJson.Default.DropReference))], page.NextAfter);
    }
}
