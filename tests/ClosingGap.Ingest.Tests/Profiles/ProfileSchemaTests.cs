using System.Reflection;
using System.Text.Json;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Profiles.Reading;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>The editor's schema and the reader know the same keys and words, and the reader reads every key that it knows.</summary>
public sealed class ProfileSchemaTests
{
    private const string Head = "name: x\nversion: 1\nconformance: strict\n";

    /// <summary>From the object to a profile in which <c>@</c> stands for one key of it with its value.</summary>
    private static readonly Dictionary<string, string> s_places = new(StringComparer.Ordinal)
    {
        ["Profile"] = "{ @ }",
        ["Settings"] = Head + "settings: { @ }",
        ["Attendance"] = Head + "settings: { attendance: { @ } }",
        ["Grades"] = Head + "settings: { grades: { @ } }",
        ["Credits"] = Head + "settings: { credits: { @ } }",
        ["Growth"] = Head + "settings: { growth: { @ } }",
        ["Goal"] = Head + "settings: { growth: { goals: [{ @ }] } }",
        ["Milestones"] = Head + "settings: { milestones: { @ } }",
        ["Milestone"] = Head + "settings: { milestones: { define: [{ @ }] } }",
        ["MilestonePart"] = Head + "settings: { milestones: { define: [{ parts: [{ @ }] }] } }",
        ["Groups"] = Head + "settings: { groups: { @ } }",
        ["Holds"] = Head + "settings: { holds: { @ } }",
        ["CodeMap"] = Head + "codeMaps: { m: { @ } }",
        ["ColumnCodes"] = Head + "codes: { attendance.attendanceEventCategory: { map: {}, @ } }",
        ["Table"] = Head + "tables: { orgs: { @ } }",
        ["Source"] = Head + "tables: { orgs: { sources: [{ @ }] } }",
        ["Filter"] = Head + "tables: { orgs: { sources: [{ filter: [{ @ }] }] } }",
        ["ApplyToAll"] = Head + "tables: { orgs: { sources: [{ applyToAll: { @ } }] } }",
        ["Value"] = Value("@"),
        ["CodeMapValue"] = Value("codeMap: { @ }"),
        ["Concat"] = Value("concat: { @ }"),
        ["Coalesce"] = Value("coalesce: { @ }"),
        ["DateTime"] = Value("dateTime: { @ }"),
        ["NotNumber"] = Value("notNumber: { @ }"),
        ["Lookup"] = Value("lookup: { @ }"),
        ["Split"] = Value("split: { @ }"),
        ["Date"] = Value("date: { @ }"),
        ["SchoolYear"] = Value("schoolYear: { @ }"),
        ["Decimal"] = Value("decimal: { @ }"),
    };

    public static TheoryData<string> Objects => [.. KeyProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_EachObject_HasTheReadersKeysAndNoOthers(string name)
    {
        var definition = Definition(name);
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(Keys(name).Order(StringComparer.Ordinal), definition.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Reader_EachKeyWithAValueOfNoUse_NamesThatKey(string name)
    {
        foreach (var key in Keys(name))
        {
            var yaml = s_places[name].Replace("@", key + ": [[]]", StringComparison.Ordinal);
            var exception = Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(yaml));
            Assert.True(
                exception.Errors.Any(error => (error.Path + ".").Contains(key + ".", StringComparison.Ordinal) || error.Path.Contains(key + "[", StringComparison.Ordinal)),
                $"{name}.{key} is declared, but the reader did not look at it.");
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Reader_AKeyThatItDoesNotKnow_IsRefused(string name)
    {
        var exception = Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(s_places[name].Replace("@", "colour: red", StringComparison.Ordinal)));
        Assert.Contains(exception.Errors, error => error.Code == (name == "Value" ? "profile.unknown_operator" : "profile.unknown_key") && error.Path.EndsWith("colour", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_EachClosedSetOfWords_IsTheReaders()
    {
        Assert.Equal(ProfileWords.Conformance.Keys, Enum("Profile", "conformance"));
        Assert.Equal(ProfileWords.Capture.Keys, Enum("Attendance", "capture"));
        Assert.Equal(ProfileWords.DayRule.Keys, Enum("Attendance", "dayRule"));
        Assert.Equal(ProfileWords.MeasuredThrough.Keys, Enum("Attendance", "measuredThrough"));
        Assert.Equal(ProfileWords.AbsentCategory.Keys, Enum("Attendance", "absentCategories"));
        Assert.Equal(ProfileWords.HoldSwitch.Keys, Enum("Holds", "schoolYearChange"));
        Assert.Equal(ProfileWords.HoldSwitch.Keys, Enum("Holds", "missingFile"));
        Assert.Equal(ProfileWords.OnUnknown.Keys, Enum("CodeMap", "onUnknown"));
        Assert.Equal(ProfileWords.OnUnknown.Keys, Enum("CodeMapValue", "onUnknown"));
        Assert.Equal(ProfileWords.OnUnknown.Keys, Enum("ColumnCodes", "onUnknown"));
        Assert.Equal(ProfileWords.OnMissing.Keys, Enum("Lookup", "onMissing"));
        Assert.Equal(ProfileWords.OnInvalid.Keys, Enum("Decimal", "onInvalid"));
        Assert.Equal(ProfileWords.SchoolYear.Keys, Enum("SchoolYear", "format"));
        Assert.Equal(ProfileWords.DecimalMark.Keys, Enum("Decimal", "decimalMark"));
        Assert.Equal(
            CanonicalTables.All.Select(table => table.Name),
            Definition("Profile").GetProperty("properties").GetProperty("tables").GetProperty("propertyNames").GetProperty("enum").EnumerateArray().Select(word => word.GetString()!));
    }

    private static string Value(string operation) => Head + "tables: { orgs: { sources: [{ file: a.csv, columns: { sourcedId: { " + operation + " } } }] } }";

    private static PropertyInfo[] KeyProperties() => typeof(ProfileKeys).GetProperties(BindingFlags.Public | BindingFlags.Static);

    private static IReadOnlyList<string> Keys(string name) => (IReadOnlyList<string>)typeof(ProfileKeys).GetProperty(name)!.GetValue(null)!;

    private static JsonElement Definition(string name)
    {
        var root = Schema("profiles", "profile.schema.json");
        return name switch
        {
            "Profile" => root,
            "Milestone" => Schema("milestones", "milestone.schema.json"),
            "MilestonePart" => Schema("milestones", "milestone.schema.json").GetProperty("$defs").GetProperty("part"),
            "Value" => root.GetProperty("$defs").GetProperty("operator"),
            _ => root.GetProperty("$defs").GetProperty(char.ToLowerInvariant(name[0]) + name[1..]),
        };
    }

    private static JsonElement Schema(string folder, string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ProfileTestPaths.Repository, folder, file))).RootElement;

    private static IEnumerable<string> Enum(string name, string key)
    {
        var property = Definition(name).GetProperty("properties").GetProperty(key);
        return (property.TryGetProperty("items", out var items) ? items : property).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
    }
}
