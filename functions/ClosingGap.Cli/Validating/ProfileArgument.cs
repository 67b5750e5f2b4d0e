using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Cli.Validating;

/// <summary>A profile as the command line names it: a built-in one, or a YAML file.</summary>
internal static class ProfileArgument
{
    /// <summary>Reads it.</summary>
    /// <exception cref="CliException">There is no such file, or it is not a valid profile.</exception>
    public static async Task<DistrictProfile> ReadAsync(string value, CliContext context, CancellationToken cancellationToken)
    {
        if (BuiltInProfiles.Find(value) is { } known)
        {
            return known;
        }

        return (await ReadFileAsync(value, context, cancellationToken)).Profile;
    }

    /// <summary>Reads a profile's file and keeps its text.</summary>
    /// <exception cref="CliException">There is no such file, or it is not a valid profile.</exception>
    public static async Task<(DistrictProfile Profile, string Yaml)> ReadFileAsync(string file, CliContext context, CancellationToken cancellationToken)
    {
        var path = context.Resolve(file);
        if (!File.Exists(path))
        {
            throw new CliException(ExitCodes.WrongUse, $"There is no profile {file}: give {string.Join(", ", BuiltInProfiles.Names)} or the path of a YAML file.");
        }

        var yaml = await File.ReadAllTextAsync(path, cancellationToken);
        try
        {
            return (ProfileReader.Read(yaml, Path.GetFileName(path)), yaml);
        }
        catch (ProfileInvalidException exception)
        {
            throw new CliException(ExitCodes.Rejected, exception.Message, exception);
        }
    }
}
