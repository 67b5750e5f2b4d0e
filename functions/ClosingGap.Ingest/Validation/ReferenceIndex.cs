using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>The records of all tables, as far as they are known when a table is read.</summary>
/// <param name="baseReferences">Tells what is held; null when nothing can.</param>
/// <param name="scope">Where records must be.</param>
internal sealed class ReferenceIndex(BaseReferenceReader? baseReferences, ReferenceScope scope)
{
    private readonly Dictionary<string, ReferenceTarget> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _baseAsked = new(StringComparer.Ordinal);

    /// <summary>The records of a table.</summary>
    public ReferenceTarget Of(string table)
    {
        if (!_targets.TryGetValue(table, out var target))
        {
            _targets[table] = target = new ReferenceTarget();
        }

        return target;
    }

    /// <summary>Says that the package holds a table, and whether its rows are all there is.</summary>
    public async ValueTask BeginAsync(string table, TableMode mode, bool isDeclaredDelta, CancellationToken cancellationToken)
    {
        var target = Of(table);
        target.IsInPackage = true;
        target.IsComplete = mode == TableMode.Bulk || !isDeclaredDelta || scope == ReferenceScope.Package;
        if (mode == TableMode.Delta)
        {
            await LoadBaseAsync(table, target, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a table ready that rows about to be read point to.</summary>
    public async ValueTask PrepareAsync(string table, CancellationToken cancellationToken)
    {
        var target = Of(table);
        if (!target.IsInPackage)
        {
            await LoadBaseAsync(table, target, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask LoadBaseAsync(string table, ReferenceTarget target, CancellationToken cancellationToken)
    {
        if (baseReferences is null || !_baseAsked.Add(table))
        {
            return;
        }

        target.IsComplete = true;
        if (baseReferences(table, cancellationToken) is not { } ids)
        {
            return;
        }

        target.IsInBase = true;
        await foreach (var id in ids.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            target.AddBase(KeyHash.Of(id));
        }
    }
}
