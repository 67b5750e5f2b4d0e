using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Recognises the layouts for which a profile comes with the product.</summary>
internal static class KnownLayouts
{
    private static readonly string[] s_lmsFolders =
        ["users", "sections", "section-associations", "assignments", "submissions", "grades", "attendance-events", "section-activities", "system-activities"];

    /// <summary>The profile that fits, with what the export is; null when none does.</summary>
    public static (string Profile, string Layout)? Find(IReadOnlyList<FileSketch> files)
    {
        if (files.Count > 0 && files.All(IsOfLms))
        {
            return ("profiles/lms-udm.yaml", "a tree of Ed-Fi's LMS files");
        }

        if (files.Any(file => file.Find("meta.action") is not null && file.Columns.Any(column => column.Name.StartsWith("value.", StringComparison.Ordinal))))
        {
            return ("profiles/canvas-data-2.yaml", "an export of Canvas Data 2");
        }

        // Other formats use the same names for some of their files: all that have a name of the standard must be the standard's.
        var named = files.Where(file => FileContracts.ProcessingOrder.Contains(file.NameKey, StringComparer.OrdinalIgnoreCase)
            && !FileContracts.Extensions.Keys.Contains(file.NameKey, StringComparer.OrdinalIgnoreCase)).ToArray();
        var hasRoster = named.Any(file => file.NameKey == "users") && named.Any(file => file.NameKey is "orgs" or "enrollments");
        return hasRoster && named.All(IsOfOneRoster) ? (BuiltInProfiles.Lenient.Name, "a OneRoster package") : null;
    }

    private static bool IsOfLms(FileSketch file) =>
        file.File.Split('/').SkipLast(1).Any(folder => s_lmsFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)) && file.Find("SourceSystemIdentifier") is not null;

    /// <summary>The name and the required columns are those of a file of the standard, in one of its versions.</summary>
    private static bool IsOfOneRoster(FileSketch file)
    {
        var header = file.Columns.Select(column => column.Name).ToArray();
        return FileContracts.Versions.Any(version =>
            FileContracts.OfVersion(version).Values.FirstOrDefault(contract => string.Equals(contract.Name, file.NameKey, StringComparison.OrdinalIgnoreCase)) is { } contract
            && contract.Columns.All(column => column.Required != ValueRequirement.Yes || column.LenientOptional
                || header.Any(name => string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase) || column.GoesBy(name))));
    }
}
