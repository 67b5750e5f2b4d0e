namespace ClosingGap.Ingest.Profiles;

/// <summary>Reads a profile from YAML, strictly: what it does not know it refuses.</summary>
public static class ProfileReader
{
    /// <summary>Reads a profile.</summary>
    /// <param name="yaml">The text, at most 1,000,000 characters.</param>
    /// <param name="name">What to call it in errors, e.g. its file name.</param>
    /// <exception cref="ProfileInvalidException">Unknown key, wrong type, unknown operator, table or column, a value out of range.</exception>
    public static DistrictProfile Read(string yaml, string name = "profile.yaml") => throw new NotImplementedException();
}
