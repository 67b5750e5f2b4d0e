using System.Text.Json;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Students;

/// <summary>Reads students, and writes the slot that is not published.</summary>
public sealed class StudentDocuments(IDocumentStore documents)
{
    private const int MaxTries = 8;

    /// <summary>What a reader of the published version sees of a student; null when nothing or a student who is gone.</summary>
    public async Task<StudentSlot?> FindAsync(string studentKey, PublishedVersion published, CancellationToken cancellationToken)
    {
        var stored = await documents.GetAsync(DocumentKeys.Student(studentKey), PipelineJson.Default.StudentSlots, cancellationToken);
        return stored?.Value.Visible(published) is { Removed: false } slot ? slot : null;
    }

    /// <summary>Writes the slots of a version, where they are not so already. May run twice.</summary>
    /// <param name="writes">The students.</param>
    /// <param name="version">The version that is made.</param>
    /// <param name="published">What is published now; its slots stay.</param>
    /// <param name="epoch">The lane's epoch of the run.</param>
    /// <exception cref="LaneLostException">A newer epoch wrote already.</exception>
    public async Task WriteAsync(
        IReadOnlyList<StudentWrite> writes, long version, PublishedVersion? published, long epoch, CancellationToken cancellationToken)
    {
        var open = writes;
        for (var attempt = 0; open.Count > 0; attempt++)
        {
            if (attempt == MaxTries)
            {
                throw new StoreUnavailableException("Student documents keep changing while they are written.");
            }

            var stored = await documents.GetManyAsync([.. open.Select(write => DocumentKeys.Student(write.Key))], cancellationToken);
            var changes = new List<(StudentWrite Write, DocumentWrite Document)>();
            for (var i = 0; i < open.Count; i++)
            {
                if (Change(open[i], stored[i], version, published, epoch) is { } document)
                {
                    changes.Add((open[i], document));
                }
            }

            var results = await documents.BulkUpsertAsync([.. changes.Select(change => change.Document)], cancellationToken);
            open = [.. changes.Where((_, i) => !results[i].IsWritten).Select(change => change.Write)];
        }
    }

    private static DocumentWrite? Change(StudentWrite write, StoredDocument? stored, long version, PublishedVersion? published, long epoch)
    {
        var before = stored is null ? new StudentSlots(0, []) : JsonDocuments.Read(stored.Body, PipelineJson.Default.StudentSlots);
        if (before.Epoch > epoch)
        {
            throw new LaneLostException();
        }

        var visible = before.Visible(published);
        var same = visible is null ? write.Body is null : string.Equals(visible.Hash, write.Hash, StringComparison.Ordinal);
        var isAlone = before.Slots.Count == (visible is null ? 0 : 1);
        if (same && isAlone)
        {
            return null;
        }

        StudentSlots after;
        if (same)
        {
            after = new StudentSlots(epoch, visible is null ? [] : [visible]);
        }
        else
        {
            after = before.With(Slot(write, version), published, epoch);
        }

        return DocumentKeys.Student(write.Key).Write(after, PipelineJson.Default.StudentSlots) with
        {
            IfMatch = stored?.ETag,
            IfAbsent = stored is null,
        };
    }

    private static StudentSlot Slot(StudentWrite write, long version)
    {
        if (write.Body is null)
        {
            return new StudentSlot(version, null, null);
        }

        using var body = JsonDocument.Parse(write.Body);
        return new StudentSlot(version, write.Hash, body.RootElement.Clone());
    }
}
