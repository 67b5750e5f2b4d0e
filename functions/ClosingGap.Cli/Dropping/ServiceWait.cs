namespace ClosingGap.Cli.Dropping;

/// <summary>Asks the service about something other than a drop until it has ended.</summary>
internal static class ServiceWait
{
    /// <summary>Asks again and again; gives the first answer that has ended.</summary>
    /// <param name="first">An answer that is there already, or null: it is asked for at once.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="isRunning">Whether an answer says that it goes on.</param>
    /// <param name="tooLong">What is said when the time is over.</param>
    /// <param name="options">How often and how long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CliException">The time is over.</exception>
    public static async Task<T> UntilEndedAsync<T>(
        T? first, Func<Task<T>> ask, Func<T, bool> isRunning, string tooLong, WaitOptions options, TimeProvider time, CancellationToken cancellationToken)
        where T : class
    {
        var begun = time.GetTimestamp();
        var answer = first ?? await ask();
        while (isRunning(answer))
        {
            if (time.GetElapsedTime(begun) > options.Deadline)
            {
                throw new CliException(ExitCodes.ServiceFault, tooLong);
            }

            await Task.Delay(options.Interval, time, cancellationToken);
            answer = await ask();
        }

        return answer;
    }
}
