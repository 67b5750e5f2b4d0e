using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Districts;

/// <summary>The milestones that a state uses and defines; its districts follow them where they choose nothing themselves. A change holds from each district's next drop or rebuild.</summary>
public sealed class StateMilestones(IDocumentStore documents)
{
    private const int MaxCharacters = 200_000;

    /// <summary>What the state sent last, or null.</summary>
    public async Task<StateMilestonesDocument?> FindAsync(string state, CancellationToken cancellationToken) =>
        (await documents.GetAsync(DocumentKeys.StateMilestones(state), PipelineJson.Default.StateMilestonesDocument, cancellationToken))?.Value;

    /// <summary>What the state chose, or null.</summary>
    public async Task<MilestoneChoice?> ChoiceAsync(string state, CancellationToken cancellationToken) =>
        await FindAsync(state, cancellationToken) is { } stored ? MilestoneChoiceReader.Read(stored.Yaml) : null;

    /// <summary>Checks and stores. What is invalid changes nothing: what was stored before stays in force.</summary>
    /// <exception cref="ProfileInvalidException">It cannot be used; each error with its line and reason.</exception>
    public async Task<StateMilestonesDocument> SaveAsync(string state, string yaml, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (yaml.Length > MaxCharacters)
        {
            throw new ProfileInvalidException("milestones.yaml", [new ProfileError(1, "", "profile.too_large", "The milestones of a state are at most 200,000 characters.")]);
        }

        _ = MilestoneChoiceReader.Read(yaml);
        var key = DocumentKeys.StateMilestones(state);
        while (true)
        {
            var stored = await documents.GetAsync(key, PipelineJson.Default.StateMilestonesDocument, cancellationToken);
            if (stored is not null && string.Equals(stored.Value.Yaml, yaml, StringComparison.Ordinal))
            {
                return stored.Value;
            }

            var changed = new StateMilestonesDocument(state, (stored?.Value.Version ?? 0) + 1, yaml);
            var result = stored is null
                ? await documents.CreateAsync(key, changed, PipelineJson.Default.StateMilestonesDocument, cancellationToken)
                : await documents.ReplaceAsync(key, changed, stored.ETag, PipelineJson.Default.StateMilestonesDocument, cancellationToken);
            if (result.IsWritten)
            {
                return changed;
            }
        }
    }
}
