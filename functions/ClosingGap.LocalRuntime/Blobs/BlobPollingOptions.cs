using ClosingGap.LocalRuntime.Hosting;
using Microsoft.Extensions.Configuration;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>
/// How blobs are looked for and tried, from section <c>LocalRuntime:Blobs</c>. Where it says nothing of the degree of
/// parallelism or the tries, host.json's <c>extensions.blobs</c> does.
/// </summary>
internal sealed class BlobPollingOptions
{
    private const string Section = "LocalRuntime:Blobs";
    private const string HostSection = LocalHostBuilder.HostJsonSection + ":extensions:blobs";

    /// <summary>Time from the end of one listing to the next. Default 2 s, from 50 ms to 1 h.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many blobs one function runs for at once. Default 4, from 1 to 64.</summary>
    public int MaxDegreeOfParallelism { get; set; } = 4;

    /// <summary>How many times a blob is tried before it goes to the poison queue. Default 5, from 1 to 100.</summary>
    public int PoisonBlobThreshold { get; set; } = 5;

    /// <summary>Wait before the second try; doubled before each further one. Default 1 s, from 0 to 1 h.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between tries. Default 1 min, from 0 to 1 day.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <exception cref="LocalRuntimeException">LR002: a value is out of range.</exception>
    public static BlobPollingOptions Read(IConfiguration configuration)
    {
        var options = new BlobPollingOptions();
        configuration.GetSection(HostSection).Bind(options);
        configuration.GetSection(Section).Bind(options);
        ConfigurationValidation.Require($"{Section}:PollInterval", options.PollInterval, TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1));
        ConfigurationValidation.Require($"{Section}:MaxDegreeOfParallelism", options.MaxDegreeOfParallelism, 1, 64);
        ConfigurationValidation.Require($"{Section}:PoisonBlobThreshold", options.PoisonBlobThreshold, 1, 100);
        ConfigurationValidation.Require($"{Section}:RetryDelay", options.RetryDelay, TimeSpan.Zero, TimeSpan.FromHours(1));
        ConfigurationValidation.Require($"{Section}:MaxRetryDelay", options.MaxRetryDelay, TimeSpan.Zero, TimeSpan.FromDays(1));
        return options;
    }

    /// <summary>The wait after a number of tries, from 1.</summary>
    public TimeSpan DelayAfter(int tries)
    {
        var delay = RetryDelay * Math.Pow(2, Math.Min(tries - 1, 30));
        return delay < MaxRetryDelay ? delay : MaxRetryDelay;
    }
}
