using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace ClosingGap.LocalRuntime.Hosting;

/// <summary>Reads the two settings files of a functions app. A missing file gives nothing.</summary>
internal static class SettingsFiles
{
    /// <summary>The <c>Values</c> of a local.settings.json as settings, and its <c>ConnectionStrings</c> under that name.</summary>
    /// <exception cref="LocalRuntimeException">LR001: the file is not the JSON it should be.</exception>
    public static IEnumerable<KeyValuePair<string, string?>> ReadLocalSettings(string path)
    {
        var file = Read(path);
        foreach (var value in file.GetSection("Values").AsEnumerable(makePathsRelative: true).Where(value => value.Value is not null))
        {
            // The Functions tools hand these on as environment variables, where "__" stands for ":".
            yield return new(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value);
        }

        foreach (var value in file.GetSection("ConnectionStrings").AsEnumerable().Where(value => value.Value is not null))
        {
            yield return new(value.Key, value.Value);
        }
    }

    /// <summary>The whole of a host.json below <paramref name="section"/>.</summary>
    /// <exception cref="LocalRuntimeException">LR001: the file is not the JSON it should be.</exception>
    public static IEnumerable<KeyValuePair<string, string?>> ReadHostJson(string path, string section) =>
        Read(path).AsEnumerable().Where(value => value.Value is not null)
            .Select(value => new KeyValuePair<string, string?>($"{section}:{value.Key}", value.Value));

    private static IConfigurationRoot Read(string path)
    {
        var file = new ConfigurationBuilder();
        if (!File.Exists(path))
        {
            return file.Build();
        }

        // The file is read by a stream: a file provider would refuse to look into a folder whose name begins with a dot.
        using var stream = File.OpenRead(path);
        try
        {
            return file.Add(new JsonStreamConfigurationSource { Stream = stream }).Build();
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidDataException)
        {
            throw new LocalRuntimeException("LR001", $"{path} is not a JSON object of settings. Correct the file, or remove it.");
        }
    }
}
