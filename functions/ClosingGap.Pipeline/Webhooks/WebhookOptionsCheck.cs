using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>Refuses options outside their ranges when the app starts.</summary>
internal sealed class WebhookOptionsCheck : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        (bool Holds, string Rule)[] rules =
        [
            (options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromSeconds(60), "Timeout lies between 1 and 60 seconds."),
            (options.FirstWait >= TimeSpan.FromSeconds(1) && options.FirstWait <= TimeSpan.FromHours(1), "FirstWait lies between 1 second and 1 hour."),
            (options.LongestWait >= TimeSpan.FromSeconds(1) && options.LongestWait <= TimeSpan.FromDays(7), "LongestWait lies between 1 second and 7 days."),
            (options.MaxTries is >= 1 and <= 100, "MaxTries lies between 1 and 100."),
            (options.MaxPerSweep is >= 1 and <= 1_000, "MaxPerSweep lies between 1 and 1,000."),
            (options.Parallel is >= 1 and <= 64, "Parallel lies between 1 and 64."),
        ];
        var errors = rules.Where(rule => !rule.Holds).Select(rule => $"{WebhookOptions.Section}: {rule.Rule}").ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
