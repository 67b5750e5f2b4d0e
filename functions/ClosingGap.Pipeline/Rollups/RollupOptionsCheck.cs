using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>Refuses options outside their ranges when the app starts.</summary>
internal sealed class RollupOptionsCheck : IValidateOptions<RollupOptions>
{
    public ValidateOptionsResult Validate(string? name, RollupOptions options)
    {
        var errors = new List<string>();
        Require(options.LateAfterDays is >= 0 and <= 60, "LateAfterDays lies between 0 and 60.");
        Require(options.KeepDays is >= 2 and <= 400, "KeepDays lies between 2 and 400.");
        Require(options.MostDistrictsOfStudent is >= 2 and <= 100, "MostDistrictsOfStudent lies between 2 and 100.");
        Require(options.EarlierReleases is >= 1 and <= 200, "EarlierReleases lies between 1 and 200.");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void Require(bool holds, string rule)
        {
            if (!holds)
            {
                errors.Add($"{RollupOptions.Section}: {rule}");
            }
        }
    }
}
