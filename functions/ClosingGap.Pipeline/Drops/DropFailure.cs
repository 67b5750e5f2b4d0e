namespace ClosingGap.Pipeline.Drops;

/// <summary>Ends a drop whose step failed after its retries. Nothing that a reader sees has changed.</summary>
public sealed class DropFailure(DropRecords records)
{
    private const int MaxTypeLength = 120;

    /// <summary>Records the failure. May run twice.</summary>
    /// <param name="run">The attempt.</param>
    /// <param name="errorType">The type of the exception: its message may hold content and is left to the host's log.</param>
    public async Task RunAsync(DropRun run, string errorType, CancellationToken cancellationToken)
    {
        var type = new string([.. errorType.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+').Take(MaxTypeLength)]);
        await records.ChangeAsync(
            run.DropId,
            run.Attempt,
            drop => drop.State.IsFinal() || drop.State == DropState.Held
                ? drop
                : drop with
                {
                    State = DropState.Failed,
                    ReasonCode = "system.fault",
                    Reason = $"A step of the service failed after its retries ({type}). Nothing that readers see has changed. Drive the drop again once the service is well.",
                    Progress = null,
                },
            cancellationToken);
    }
}
