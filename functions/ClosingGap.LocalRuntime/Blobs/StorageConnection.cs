using ClosingGap.LocalRuntime.Discovery;
using Microsoft.Extensions.Configuration;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>Finds the connection string behind a trigger's <c>Connection</c>: the setting of that name, or with the prefix <c>AzureWebJobs</c>.</summary>
internal static class StorageConnection
{
    private const string Prefix = "AzureWebJobs";
    private const string Default = "Storage";

    /// <exception cref="LocalRuntimeException">LR141: no such setting holds a connection string.</exception>
    public static string Resolve(string? name, FunctionCandidate candidate)
    {
        name = string.IsNullOrEmpty(name) ? Default : name;
        var prefixed = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name : Prefix + name;
        return NotEmpty(candidate.Configuration[prefixed])
            ?? NotEmpty(candidate.Configuration[name])
            ?? NotEmpty(candidate.Configuration.GetConnectionString(name))
            ?? NotEmpty(candidate.Configuration.GetConnectionString(prefixed))
            ?? throw candidate.Problem(
                "LR141", $"no setting '{name}' or '{prefixed}' holds a storage connection string. Set one; locally it is the emulator's, e.g. UseDevelopmentStorage=true.");
    }

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
