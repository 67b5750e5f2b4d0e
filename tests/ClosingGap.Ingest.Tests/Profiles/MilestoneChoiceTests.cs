using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Ingest.Tests.Profiles;

public sealed class MilestoneChoiceTests
{
    private const string Head = "name: x\nversion: 1\nconformance: strict\n";

    private const string Own = """
          define:
            - id: chronic-absence
              version: 7
              title: Present nine days of ten
              indicator: attendance.rate
              offTrackNumerator: 1
              offTrackDenominator: 8
              effectiveFrom: 2009-07-01
              source: board policy
            - id: our-mobility
              version: 1
              title: One school
              indicator: mobility.schoolChanges
              offTrackNumerator: 2
              effectiveFrom: 2009-07-01
              source: board policy

        """;

    [Fact]
    public void Nothing_Chosen_UsesAllThatStandOutsideSets() =>
        Assert.Equal(["chronic-absence", "credits-to-graduate", "passing-courses", "suspensions"], Applied(""));

    [Fact]
    public void Own_Definitions_StandInPlaceOfThoseOfTheSameIdAndBesideTheOthers()
    {
        var set = Choice("settings:\n  milestones:\n" + Indented(Own)).Apply(DefaultMilestones.Set);

        Assert.Equal(
            [("chronic-absence", 7), ("credits-to-graduate", 1), ("our-mobility", 1), ("passing-courses", 1), ("suspensions", 1)],
            set.Definitions.Select(definition => (definition.Id, definition.Version)));
    }

    [Theory]
    [InlineData("[nhsc]", "nhsc-high,nhsc-middle")]
    [InlineData("[balfanz, chronic-absence]", "balfanz,chronic-absence")]
    [InlineData("[]", "")]
    public void Use_IdsAndSets_UsesTheseAlone(string use, string applied) =>
        Assert.Equal(applied.Split(',', StringSplitOptions.RemoveEmptyEntries), Applied($"settings:\n  milestones:\n    use: {use}\n"));

    [Fact]
    public void State_ItsChoiceHoldsUntilTheDistrictMakesOne()
    {
        var state = MilestoneChoiceReader.Read("use: [chicago, our-mobility]\n" + Own.Replace("\n  ", "\n", StringComparison.Ordinal)[2..]);

        Assert.Equal(["chicago-grade-9", "our-mobility"], Ids(MilestoneChoice.None.Apply(DefaultMilestones.Set, state)));
        Assert.Equal(["amt", "our-mobility"], Ids(Choice("settings:\n  milestones:\n    use: [amt, our-mobility]\n").Apply(DefaultMilestones.Set, state)));
    }

    [Theory]
    [InlineData("use: [balfanz, nowhere]", 1, "milestone.unknown")]
    [InlineData("define: [{ id: a, version: 1 }]", 1, "profile.missing_key")]
    [InlineData("use:\n  - amt\ndefine:\n  - id: a\n    version: 1\n    title: t\n    parts:\n      - indicator: gpa.unweighted\n        offTrackNumerator: 2\n      - indicator: mood\n        offTrackNumerator: 2\n    effectiveFrom: 2020-07-01\n    source: s", 10, "milestone.unknown_indicator")]
    public void Invalid_IsRefusedWithLineAndReason(string yaml, int line, string code)
    {
        var exception = Assert.Throws<ProfileInvalidException>(() => MilestoneChoiceReader.Read(yaml));

        Assert.Contains(exception.Errors, error => error.Line == line && error.Code == code);
    }

    [Fact]
    public void Shipped_EverySet_CanBeUsedAndNamesItsSource()
    {
        var sets = DefaultMilestones.Set.Definitions.Select(definition => definition.Set).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["algebra", "amt", "balfanz", "chicago", "college-readiness", "ew-framework", "graduation", "nhsc", "preact", "psat", "reading"], sets);
        Assert.All(DefaultMilestones.Set.Definitions, definition => Assert.True(definition.Source.Length > 40 && definition.Titles.ContainsKey("es"), definition.Id));
    }

    private static IEnumerable<string> Applied(string settings) => Ids(Choice(settings).Apply(DefaultMilestones.Set));

    private static IEnumerable<string> Ids(MilestoneSet set) => set.Definitions.Select(definition => definition.Id);

    private static MilestoneChoice Choice(string settings) => ProfileReader.Read(Head + settings).Settings.Milestones;

    private static string Indented(string yaml) => "  " + yaml.Replace("\n", "\n  ", StringComparison.Ordinal).TrimEnd() + "\n";
}
