using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace ClosingGap.LocalRuntime.Hosting;

/// <summary>Puts the values of settings in the place of <c>%Setting%</c> in a trigger's text.</summary>
internal static partial class SettingReferences
{
    /// <exception cref="LocalRuntimeException">LR110: the setting is not configured.</exception>
    public static string Resolve(string text, string functionName, IConfiguration configuration) =>
        Reference().Replace(text, match =>
        {
            var setting = match.Groups["setting"].Value;
            return configuration[setting] is { Length: > 0 } value
                ? value
                : throw new LocalRuntimeException(
                    "LR110",
                    $"Function '{functionName}': its trigger names the setting '{setting}', which has no value. "
                    + "Set it as an environment variable, an argument or in local.settings.json.");
        });

    [GeneratedRegex("%(?<setting>[^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
