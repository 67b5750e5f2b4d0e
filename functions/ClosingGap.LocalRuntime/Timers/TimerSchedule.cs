using NCrontab;

namespace ClosingGap.LocalRuntime.Timers;

/// <summary>An NCRONTAB schedule in UTC: five fields from minutes, or six from seconds.</summary>
internal sealed class TimerSchedule
{
    private static readonly TimeSpan MonitoredFrom = TimeSpan.FromMinutes(1);
    private readonly CrontabSchedule schedule;

    private TimerSchedule(string text, CrontabSchedule schedule)
    {
        Text = text;
        this.schedule = schedule;
    }

    public string Text { get; }

    /// <exception cref="CrontabException">The text is no schedule.</exception>
    public static TimerSchedule Parse(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 };
        return new TimerSchedule(text, CrontabSchedule.Parse(text, options));
    }

    /// <summary>The first occurrence after a UTC time.</summary>
    public DateTime Next(DateTime utc) => DateTime.SpecifyKind(schedule.GetNextOccurrence(utc), DateTimeKind.Utc);

    /// <summary>Whether some of the next occurrences lie less than a minute apart: then keeping state is not worth it.</summary>
    public bool IsFrequent(DateTime utc)
    {
        var previous = Next(utc);
        for (var count = 0; count < 5; count++)
        {
            var next = Next(previous);
            if (next - previous < MonitoredFrom)
            {
                return true;
            }

            previous = next;
        }

        return false;
    }
}
