using ClosingGap.Local.Running;
using ClosingGap.Local.Screen;
using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Local.Sample;

/// <summary>Watches a drop over the API and shows how far it is.</summary>
internal sealed class DropWatch(ApiClient api, ProgressScreen screen)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    /// <summary>The drop once nothing more happens to it without a person.</summary>
    public Task<Drop> UntilEndAsync(string dropId, CancellationToken cancellationToken) => screen.FollowAsync(
        async show =>
        {
            while (true)
            {
                var drop = await api.FindDropAsync(dropId, cancellationToken);
                if (drop is not null && (drop.State.IsFinal() || drop.State == DropState.Held))
                {
                    show(drop.State.ToString(), 1);
                    return drop;
                }

                show(Text(drop), Part(drop));
                await Task.Delay(s_interval, cancellationToken);
            }
        });

    private static string Text(Drop? drop) => drop?.State switch
    {
        null => "Waiting for the blob to be noticed",
        DropState.Received => "Received",
        DropState.Queued => "Waiting for another drop of the district",
        DropState.Validating => "Checking every row",
        DropState.Applied => "Merged into the district's tables",
        DropState.Computing when drop.Progress?.Step is "publish" => "Publishing",
        DropState.Computing => "Computing verdicts",
        { } other => other.ToString(),
    };

    // Of the whole way, roughly: a small district spends about as long on each of the steps.
    private static double Part(Drop? drop) => drop?.State switch
    {
        DropState.Validating => 0.1,
        DropState.Applied => 0.5,
        DropState.Computing when drop.Progress is { Step: "compute", Total: > 0 } progress => 0.5 + (0.4 * progress.Done / progress.Total),
        DropState.Computing => 0.9,
        _ => 0.02,
    };
}
