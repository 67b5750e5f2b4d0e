using System.ComponentModel.DataAnnotations;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Settings of the durable engine, bound from <c>LocalRuntime:Durable</c>.</summary>
internal sealed class DurableEngineOptions
{
    public const string Section = "LocalRuntime:Durable";

    /// <summary>The SQLite file that holds all instances. One process at a time may have it open. Default <c>.local/durable.db</c>.</summary>
    [Required]
    public string DatabasePath { get; set; } = ".local/durable.db";

    /// <summary>Activities running at once. Count, default 4, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MaxConcurrentActivities { get; set; } = 4;

    /// <summary>Orchestrator episodes running at once. Count, default 8, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MaxConcurrentOrchestrations { get; set; } = 8;

    /// <summary>The largest input, output, event or custom status. UTF-8 bytes, default 45 KiB, 1 KiB to 1 MiB.</summary>
    [Range(1_024, 1_048_576)]
    public int MaxPayloadBytes { get; set; } = 45 * 1024;

    /// <summary>The most history records one instance may have before it is failed. Count, default 100,000, 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int MaxHistoryRecords { get; set; } = 100_000;

    /// <summary>The version stamped on new instances and the newest one this process runs. Default "1.0"; empty: unversioned.</summary>
    public string DefaultVersion { get; set; } = "1.0";

    /// <summary>What happens to an instance newer than <see cref="DefaultVersion"/>. Default <see cref="VersionFailureStrategy.Reject"/>.</summary>
    public VersionFailureStrategy VersionFailureStrategy { get; set; } = VersionFailureStrategy.Reject;

    /// <summary>
    /// Whether every commit waits for the disk. False (default): a commit survives the death of the process; a power cut may take the
    /// last commits but leaves the file consistent, and what they recorded is done again. True: it survives the power cut as well.
    /// </summary>
    public bool SurvivePowerLoss { get; set; }

    /// <summary>How often work is looked for that no signal announced. Default 30 s, 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SafetyPollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause before an episode is tried again that could not be stored. Default 1 s, 10 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan StoreRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a stop waits for running activities after cancelling them. Default 10 s, 0 to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a write waits for another connection's lock. Default 30 s, 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
