using System.Text.Json;

namespace ClosingGap.Cli.Service;

/// <summary>What a running local service says of itself in <c>.local/endpoints.json</c>.</summary>
/// <param name="BaseUrl">Where it listens.</param>
/// <param name="Storage">The connection string of its storage.</param>
internal sealed record EndpointsFile(string? BaseUrl, string? Storage)
{
    private static readonly string s_path = Path.Combine(".local", "endpoints.json");

    /// <summary>Looks for the file from a directory upwards; null when there is none.</summary>
    /// <exception cref="CliException">The file is there and cannot be read.</exception>
    public static EndpointsFile? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, s_path);
            if (File.Exists(path))
            {
                return Read(path);
            }
        }

        return null;
    }

    private static EndpointsFile? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CliJson.Default.EndpointsFile);
        }
        catch (JsonException exception)
        {
            throw new CliException(ExitCodes.WrongUse, $"{path} cannot be read: start the local service again, or give --url and --storage.", exception);
        }
    }
}
