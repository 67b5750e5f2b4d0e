using System.Text.RegularExpressions;

namespace ClosingGap.Ingest.Profiles;

/// <summary>The form of a profile's name: lower-case letters, digits and hyphens, 1 to 60 of them, the first no hyphen.</summary>
public static partial class ProfileName
{
    /// <summary>Whether a text may be a profile's name.</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
