using ClosingGap.Domain.Groups;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Profiles.Reading;

namespace ClosingGap.Ingest.Tests.Profiles;

public sealed class GroupSettingsTests
{
    private const string Head = "name: x\nversion: 1\nconformance: lenient\nsettings:\n  groups:\n";

    [Fact]
    public void Read_All_FillsTheDomainsRecord()
    {
        var groups = ProfileReader.Read(Head + """
                membership: anyTime
                combinations:
                  - [race, sex]
                  - [englishLearner, idea, grade]
                references: { race: Asian, "race+sex": Asian+male, grade: "09" }
                performanceLevels: [Low, " Middle ", High]
                minimumStudents: 20
                minimumCell: 5
                minimumGroup: 15
            """).Settings.Groups;

        Assert.Equal((MembershipRule.AnyTime, 20, 5, 15), (groups.Membership, groups.MinimumStudents, groups.MinimumCell, groups.MinimumGroup));
        Assert.Equal(["Low", "Middle", "High"], groups.PerformanceLevels);
        Assert.Equal(["race+sex", "englishLearner+idea+grade"], groups.Combinations);
        Assert.Equal(("Asian", "Asian+male", "09", "male"), (groups.Find("race")!.Reference, groups.Find("race+sex")!.Reference, groups.Find("grade")!.Reference, groups.Find("sex")!.Reference));
    }

    [Fact]
    public void Read_Nothing_LeavesTheDefaults()
    {
        var groups = ProfileReader.Read("name: x\nversion: 1\nconformance: lenient\n").Settings.Groups;

        Assert.Equal((MembershipRule.AsOf, 0, 0, 30, 10, 30), (groups.Membership, groups.Combinations.Count, groups.References.Count, groups.MinimumStudents, groups.MinimumCell, groups.MinimumGroup));
    }

    [Theory]
    [InlineData("    membership: always", 6, "settings.groups.membership", "profile.unknown_value")]
    [InlineData("    minimumStudents: 5\n    combinations: [[race]]", 7, "settings.groups.combinations[0]", "profile.out_of_range")]
    [InlineData("    combinations: [[race, sex, idea, migrant]]", 6, "settings.groups.combinations[0]", "profile.out_of_range")]
    [InlineData("    combinations: [[race, race]]", 6, "settings.groups.combinations[0]", "profile.out_of_range")]
    [InlineData("    combinations: [[race, school]]", 6, "settings.groups.combinations[0]", "profile.unknown_value")]
    [InlineData("    combinations:\n      - [race, sex]\n      - [sex, race]", 8, "settings.groups.combinations[1]", "profile.conflict")]
    [InlineData("    combinations: [[race, sex], [race, idea], [race, migrant], [race, homeless], [race, fosterCare], [race, grade], [sex, grade]]", 6, "settings.groups.combinations", "profile.out_of_range")]
    [InlineData("    combinations: [race]", 6, "settings.groups.combinations[0]", "profile.wrong_type")]
    [InlineData("    references: { race: Martian }", 6, "settings.groups.references.race", "profile.unknown_value")]
    [InlineData("    references: { race: Unknown }", 6, "settings.groups.references.race", "profile.unknown_value")]
    [InlineData("    references: { idea: maybe }", 6, "settings.groups.references.idea", "profile.unknown_value")]
    [InlineData("    references: { school: a }", 6, "settings.groups.references.school", "profile.unknown_key")]
    [InlineData("    references: { race+sex: Asian+male }", 6, "settings.groups.references.race+sex", "profile.unknown_key")]
    [InlineData("    performanceLevels: [Low]", 6, "settings.groups.performanceLevels", "profile.out_of_range")]
    [InlineData("    performanceLevels: [Low, low]", 6, "settings.groups.performanceLevels", "profile.out_of_range")]
    [InlineData("    minimumStudents: 0", 6, "settings.groups.minimumStudents", "profile.out_of_range")]
    [InlineData("    minimumGroup: 0", 6, "settings.groups.minimumGroup", "profile.out_of_range")]
    public void Read_WhatCannotBe_IsRefusedWithLineAndReason(string lines, int line, string path, string code)
    {
        var error = Assert.Single(Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(Head + lines + "\n")).Errors);

        Assert.Equal((line, path, code), (error.Line, error.Path, error.Code));
        Assert.NotEmpty(error.Text);
    }

    [Fact]
    public void Schema_HasTheReadersWordsAndDimensions()
    {
        var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(ProfileTestPaths.Repository, "profiles", "profile.schema.json"))).RootElement.GetProperty("$defs");

        Assert.Equal(GroupDimensions.All.Select(dimension => dimension.Name).Order(StringComparer.Ordinal), Words(schema.GetProperty("dimension")).Order(StringComparer.Ordinal));
        Assert.Equal(ProfileWords.Membership.Keys, Words(schema.GetProperty("groups").GetProperty("properties").GetProperty("membership")));
    }

    private static IEnumerable<string> Words(System.Text.Json.JsonElement definition) => definition.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
}
