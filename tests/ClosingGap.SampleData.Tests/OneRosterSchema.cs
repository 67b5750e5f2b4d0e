using System.Text.Json;

namespace ClosingGap.SampleData.Tests;

/// <summary>The facts of OneRoster 1.2 beside the project (<c>../shared/docs/oneroster-schema.json</c>); tests skip where it is absent.</summary>
internal static class OneRosterSchema
{
    public static JsonElement Load()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ClosingGap.Functions.sln")))
        {
            root = root.Parent;
        }

        var path = root is null ? string.Empty : Path.Combine(root.FullName, "..", "shared", "docs", "oneroster-schema.json");
        Assert.SkipUnless(File.Exists(path), "../shared/docs/oneroster-schema.json is not beside the project.");
        return JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("1.2");
    }
}
