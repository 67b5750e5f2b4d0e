namespace ClosingGap.Ingest.Profiles;

/// <summary>The profiles that come with the product: for packages that hold the standard's own files, and for layouts that many districts share.</summary>
public static class BuiltInProfiles
{
    private static readonly Dictionary<string, Lazy<DistrictProfile>> s_profiles = new(StringComparer.Ordinal)
    {
        ["lenient"] = new(() => Load("lenient")),
        ["strict"] = new(() => Load("strict")),
        ["lms-udm"] = new(() => Load("lms-udm")),
        ["canvas-data-2"] = new(() => Load("canvas-data-2")),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_profiles.Keys];

    /// <summary>Every deviation from the standards is an error; default settings.</summary>
    public static DistrictProfile Strict => s_profiles["strict"].Value;

    /// <summary>Deviations that change no meaning are warnings; default settings.</summary>
    public static DistrictProfile Lenient => s_profiles["lenient"].Value;

    /// <summary>The tree of files that Ed-Fi's LMS Toolkit writes.</summary>
    public static DistrictProfile LmsUdm => s_profiles["lms-udm"].Value;

    /// <summary>Snapshots of Canvas Data 2 tables as CSV.</summary>
    public static DistrictProfile CanvasData2 => s_profiles["canvas-data-2"].Value;

    /// <summary>The built-in profile of that name, or null.</summary>
    public static DistrictProfile? Find(string name) => s_profiles.GetValueOrDefault(name)?.Value;

    private static DistrictProfile Load(string name)
    {
        var resource = $"ClosingGap.Ingest.Profiles.BuiltIn.{name}.yaml";
        using var stream = typeof(BuiltInProfiles).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return ProfileReader.Read(reader.ReadToEnd(), name + ".yaml");
    }
}
