namespace ClosingGap.Pipeline.Webhooks;

/// <summary>How receipts are delivered to webhooks; section <c>ClosingGap:Webhooks</c> of the configuration.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "ClosingGap:Webhooks";

    /// <summary>How long one try may take, the connection included.</summary>
    /// <value>Default 10 seconds; 1 second to 60 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after the first try; each later wait is twice the one before.</summary>
    /// <value>Default 1 minute; 1 second to 1 hour.</value>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between two tries.</summary>
    /// <value>Default 24 hours; 1 second to 7 days.</value>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often a receipt is sent before it is given up. The default takes about five days.</summary>
    /// <value>Tries; default 16; 1 to 100.</value>
    public int MaxTries { get; set; } = 16;

    /// <summary>How many receipts one sweep sends.</summary>
    /// <value>Receipts; default 100; 1 to 1,000.</value>
    public int MaxPerSweep { get; set; } = 100;

    /// <summary>How many receipts a sweep sends at the same time.</summary>
    /// <value>Receipts; default 8; 1 to 64.</value>
    public int Parallel { get; set; } = 8;

    /// <summary>Lets a webhook be plain HTTP to this very machine: for trying things out.</summary>
    /// <value>Default false.</value>
    public bool AllowLoopback { get; set; }

    /// <summary>Lets a webhook be at an address that is not public: of a private network, or of a link.</summary>
    /// <value>Default false.</value>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>The wait after so many tries.</summary>
    internal TimeSpan WaitAfter(int tries)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(tries - 1, 30));
        return wait < LongestWait ? wait : LongestWait;
    }
}
