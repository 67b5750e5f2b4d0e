using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Districts;

/// <summary>The states that have districts.</summary>
public sealed class RegisteredStates(IDocumentStore documents)
{
    // After every id of a state and before the next state's: no local id holds a character beyond it.
    private const char Last = '~';

    /// <summary>All of them, in order; one read for each.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var states = new List<string>();
        string? after = null;
        while ((await documents.ListAsync(DocumentKeys.Districts, "registered:", after, 1, cancellationToken)).Documents is [var first, ..])
        {
            var state = JsonDocuments.Read(first.Body, PipelineJson.Default.RegisteredDistrict).District[..2];
            states.Add(state);
            after = DocumentKeys.RegisteredPrefix(state) + Last;
        }

        return states;
    }

    /// <summary>Whether a state has a district.</summary>
    public async Task<bool> IsKnownAsync(string state, CancellationToken cancellationToken) =>
        StateCode.IsWellFormed(state)
        && (await documents.ListAsync(DocumentKeys.Districts, DocumentKeys.RegisteredPrefix(state), null, 1, cancellationToken)).Documents.Count > 0;
}
