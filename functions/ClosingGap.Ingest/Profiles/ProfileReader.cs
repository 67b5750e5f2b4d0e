using ClosingGap.Ingest.Profiles.Reading;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Profiles;

/// <summary>Reads a profile from YAML, strictly: what it does not know it refuses.</summary>
public static class ProfileReader
{
    /// <summary>Reads a profile.</summary>
    /// <param name="yaml">The text, at most 1,000,000 characters.</param>
    /// <param name="name">What to call it in errors, e.g. its file name.</param>
    /// <exception cref="ProfileInvalidException">Unknown key, wrong type, unknown operator, table or column, a value out of range.</exception>
    public static DistrictProfile Read(string yaml, string name = "profile.yaml")
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var errors = new ProfileErrors();
        var root = YamlTree.Parse(yaml, errors);
        var profile = root is not null && MapReader.Open(root, "", ProfileKeys.Profile, errors) is { } map ? Read(map, errors) : null;
        errors.ThrowIfAny(name);
        return profile!;
    }

    private static DistrictProfile Read(MapReader map, ProfileErrors errors)
    {
        var name = map.RequiredText("name", 60);
        if (map.Node("name") is { } node && !ProfileName.IsValid(name))
        {
            errors.Add(node, "name", "profile.out_of_range", "Lower-case letters, digits and hyphens are wanted, 1 to 60 of them.");
        }

        _ = map.Required("version");
        var version = map.Integer("version", 1, 1_000_000) ?? 1;
        _ = map.Required("conformance");
        var conformance = map.Choice("conformance", ProfileWords.Conformance) ?? Conformance.Lenient;
        var settings = SettingsReader.Read(map.Node("settings"), errors);
        var codeMaps = CodeMapReader.ReadNamed(map.Node("codeMaps"), errors);
        var tables = new TablesReader(codeMaps, errors).Read(map.Node("tables"));
        return new DistrictProfile(name, version, conformance, settings, codeMaps, tables)
        {
            NewestPerFolder = map.Boolean("newestPerFolder", false),
            Codes = new CodesReader(codeMaps, errors).Read(map.Node("codes")),
        };
    }
}
