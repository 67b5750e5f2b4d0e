using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Dropping;

/// <summary>Asks how a drop stands until nothing more happens by itself.</summary>
internal sealed class DropWaiter(ApiClient api, TimeProvider time, WaitOptions options)
{
    /// <summary>Waits for a final state or Held. A service that is away for a short time is asked again.</summary>
    /// <param name="dropId">The drop.</param>
    /// <param name="view">Shows each answer.</param>
    /// <param name="cancellationToken">Ends the waiting, not the drop.</param>
    /// <exception cref="CliException">The time is over, or the service cannot be reached.</exception>
    public async Task<DropStatus> WaitAsync(string dropId, IProgressView view, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        long? awaySince = null;
        while (true)
        {
            try
            {
                var status = await api.FindDropAsync(dropId, cancellationToken);
                awaySince = null;
                view.Show(status);
                if (status is { IsAtRest: true })
                {
                    return status;
                }
            }
            catch (CliException fault) when (fault.ExitCode == ExitCodes.ServiceFault)
            {
                awaySince ??= time.GetTimestamp();
                if (time.GetElapsedTime(awaySince.Value) > options.Outage)
                {
                    throw;
                }
            }

            if (time.GetElapsedTime(begun) > options.Deadline)
            {
                throw new CliException(
                    ExitCodes.ServiceFault, $"The drop {dropId} has not ended in the time given; it goes on. Ask for it with: closinggap status {dropId}.");
            }

            await Task.Delay(options.Interval, time, cancellationToken);
        }
    }
}
