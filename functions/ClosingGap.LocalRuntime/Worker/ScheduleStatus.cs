namespace Microsoft.Azure.Functions.Worker;

/// <summary>The kept state of a schedule; times are UTC.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
