namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Tells by its name whose file a file of people is.</summary>
internal static class UserKinds
{
    /// <summary>The role of the people of such a file, in the standard's words: students where the name says nothing else.</summary>
    public static string RoleOf(FileSketch file) =>
        Has(file, "staff", "teacher", "teachers", "faculty", "employee", "employees") ? "teacher"
            : Has(file, "parent", "parents", "guardian", "guardians", "contacts") ? "parent"
            : "student";

    /// <summary>Whether one of the words stands in the file's name.</summary>
    public static bool Has(FileSketch file, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (file.NameWords.Contains(word, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
