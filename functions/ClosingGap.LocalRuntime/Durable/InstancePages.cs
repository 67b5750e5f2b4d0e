using System.Globalization;
using System.Runtime.CompilerServices;
using ClosingGap.LocalRuntime.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>The instances of a query in order of creation, page by page.</summary>
internal sealed class InstancePages(InstanceQueries queries, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var token = continuationToken ?? query.ContinuationToken;
        var after = 0L;
        if (token is not null && !long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw new ArgumentException("This is not a continuation token of an instance list.", nameof(continuationToken));
        }

        var size = pageSizeHint ?? query.PageSize;
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(pageSizeHint));
        return ReadAsync(after, Math.Min(size, 1_000));
    }

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> ReadAsync(
        long after, int size, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var filter = new InstanceFilter
        {
            CreatedFrom = query.CreatedFrom?.UtcDateTime,
            CreatedTo = query.CreatedTo?.UtcDateTime,
            Statuses = query.Statuses is null ? null : [.. query.Statuses.Distinct()],
            Prefix = query.InstanceIdPrefix,
        };
        for (long? next = after; next is { } key;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var instances, next) = queries.List(filter with { AfterKey = key }, size, query.FetchInputsAndOutputs);
            yield return new Page<OrchestrationMetadata>(instances, next?.ToString(CultureInfo.InvariantCulture));
            await Task.Yield();
        }
    }
}
