namespace ClosingGap.Ingest.Profiles;

/// <summary>The profiles that come with the product, for packages that hold the standard's own files.</summary>
public static class BuiltInProfiles
{
    /// <summary>Every deviation from the standards is an error; default settings.</summary>
    public static DistrictProfile Strict { get; } = Load("strict");

    /// <summary>Deviations that change no meaning are warnings; default settings.</summary>
    public static DistrictProfile Lenient { get; } = Load("lenient");

    /// <summary>The built-in profile of that name, or null.</summary>
    public static DistrictProfile? Find(string name) => name switch
    {
        "strict" => Strict,
        "lenient" => Lenient,
        _ => null,
    };

    private static DistrictProfile Load(string name)
    {
        var resource = $"ClosingGap.Ingest.Profiles.BuiltIn.{name}.yaml";
        using var stream = typeof(BuiltInProfiles).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return ProfileReader.Read(reader.ReadToEnd(), name + ".yaml");
    }
}
