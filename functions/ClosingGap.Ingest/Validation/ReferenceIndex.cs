using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>The records of all tables, as far as they are known when a table is read.</summary>
/// <param name="baseReferences">Tells what is held; null when nothing can.</param>
/// <param name="scope">Where records must be.</param>
/// <param name="memory">The room for sets of ids.</param>
internal sealed class ReferenceIndex(BaseReferenceReader? baseReferences, ReferenceScope scope, KeyMemory memory)
{
    private readonly Dictionary<string, ReferenceTarget> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _baseAsked = new(StringComparer.Ordinal);

    /// <summary>The records of a table.</summary>
    public ReferenceTarget Of(string table)
    {
        if (!_targets.TryGetValue(table, out var target))
        {
            _targets[table] = target = new ReferenceTarget(memory);
        }

        return target;
    }

    /// <summary>A set for keys that no reference names.</summary>
    public KeySet NewKeys() => new(memory);

    /// <summary>A log for keys that nothing asks about before the end of their file.</summary>
    public KeyLog NewLog() => new(memory);

    /// <summary>Lets go of a table's records when it is read and nothing can point to them.</summary>
    public void Release(FileContract contract)
    {
        if (contract.IsReferable && !FileContracts.IsReferredTo(contract.Name))
        {
            Of(contract.Name).Dispose();
        }
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
