using System.Globalization;

namespace ClosingGap.Cli.Dropping;

/// <summary>Where a drop goes in the container of drops.</summary>
/// <param name="District">The district.</param>
/// <param name="Source">The source: lower-case letters, digits and hyphens.</param>
/// <param name="Name">The last part of the path, without an ending.</param>
internal sealed record DropTarget(DistrictName District, string Source, string Name)
{
    private const int MaxNameLength = 96;
    private const int MaxSourceLength = 20;

    /// <summary>The path of a zip.</summary>
    public string ZipPath => $"{Folder}.zip";

    /// <summary>The path of a folder, without a closing slash.</summary>
    public string Folder => $"{District.State}/{District.LocalId}/{Source}/{Name}";

    /// <summary>Checks the parts; a name that is not given is made of the time and the name of what is dropped, so that no drop overwrites another.</summary>
    /// <exception cref="CliException">A part is malformed.</exception>
    public static DropTarget Create(DistrictName district, string source, string? name, string localPath, DateTimeOffset now)
    {
        if (source.Length is < 1 or > MaxSourceLength || !source.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new CliException(ExitCodes.WrongUse, "--source is 1 to 20 lower-case letters, digits and hyphens, for example sis.");
        }

        if (name is not null && (name.Length is < 1 or > MaxNameLength || name[0] == '.' || !name.All(IsNameCharacter)))
        {
            throw new CliException(ExitCodes.WrongUse, "--name is 1 to 96 letters, digits, _, - or ., and does not begin with a full stop.");
        }

        return new DropTarget(district, source, name ?? Make(localPath, now));
    }

    private static string Make(string localPath, DateTimeOffset now)
    {
        var stem = new string([.. Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(localPath)).Where(IsNameCharacter).Take(40)]);
        return string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}Z{(stem.Length > 0 ? "-" : "")}{stem}");
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';
}
