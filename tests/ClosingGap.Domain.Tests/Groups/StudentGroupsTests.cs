using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Groups;

public sealed class StudentGroupsTests
{
    [Theory]
    [InlineData(RaceFlags.White, true, "HispanicOrLatino")]
    [InlineData(RaceFlags.White | RaceFlags.Asian, true, "HispanicOrLatino")]
    [InlineData(RaceFlags.None, true, "HispanicOrLatino")]
    [InlineData(RaceFlags.White | RaceFlags.Asian, false, "TwoOrMoreRaces")]
    [InlineData(RaceFlags.TwoOrMoreRaces, false, "TwoOrMoreRaces")]
    [InlineData(RaceFlags.TwoOrMoreRaces | RaceFlags.Asian, false, "TwoOrMoreRaces")]
    [InlineData(RaceFlags.Asian, false, "Asian")]
    [InlineData(RaceFlags.White, false, "White")]
    [InlineData(RaceFlags.BlackOrAfricanAmerican, false, "BlackOrAfricanAmerican")]
    [InlineData(RaceFlags.AmericanIndianOrAlaskaNative, false, "AmericanIndianOrAlaskaNative")]
    [InlineData(RaceFlags.NativeHawaiianOrOtherPacificIslander, false, "NativeHawaiianOrOtherPacificIslander")]
    [InlineData(RaceFlags.None, false, "Unknown")]
    public void Race_FollowsTheFederalRule(RaceFlags races, bool hispanic, string category)
    {
        Assert.Equal(category, RaceEthnicity.Of(new Demographics(Sex.Unknown, races, hispanic)));
    }

    [Fact]
    public void Groups_AreThoseOfTheAsOfDateInKeyOrder()
    {
        var student = Given.Student(Given.Member()) with
        {
            Demographics = new Demographics(Sex.Female, RaceFlags.Asian, false),
            Programs =
            [
                new(ProgramCharacteristic.EconomicDisadvantage), new(ProgramCharacteristic.EnglishLearner, Given.Day(1), Given.Day(100)),
                new(ProgramCharacteristic.Idea, Given.Day(100)), new(ProgramCharacteristic.Homeless, Given.Day(101)),
            ],
        };
        var keys = StudentGroups.Of(student, "09", Given.Year(100)).Select(g => g.Key).ToList();

        Assert.Equal(
            [
                "economicDisadvantage:yes", "englishLearner:no", "fosterCare:no", "giftedTalented:no", "grade:09", "homeless:no", "idea:yes",
                "migrant:no", "militaryConnected:no", "race:Asian", "raceAll:Asian", "section504:no", "sex:female",
            ],
            keys);
    }

    [Fact]
    public void MissingTables_GiveNoGroups()
    {
        var context = Given.Year(100) with { Tables = SnapshotTables.All & ~SnapshotTables.Demographics & ~SnapshotTables.StudentPrograms };

        Assert.Equal(["grade:unknown"], StudentGroups.Of(Given.Student(Given.Member()), "Ninth grade", context).Select(g => g.Key));
    }

    [Theory]
    [InlineData(RaceFlags.White | RaceFlags.Asian, true, "Asian,White,HispanicOrLatino")]
    [InlineData(RaceFlags.White, false, "White")]
    [InlineData(RaceFlags.TwoOrMoreRaces | RaceFlags.Asian, false, "Asian")]
    [InlineData(RaceFlags.TwoOrMoreRaces, false, "TwoOrMoreRaces")]
    [InlineData(RaceFlags.None, true, "HispanicOrLatino")]
    [InlineData(RaceFlags.None, false, "Unknown")]
    public void RaceAll_IsEverythingMarked(RaceFlags races, bool hispanic, string values)
    {
        var student = Given.Student(Given.Member()) with { Demographics = new Demographics(Sex.Unknown, races, hispanic) };

        Assert.Equal(
            values.Split(',').Order(StringComparer.Ordinal),
            StudentGroups.Of(student, "09", Given.Year(100)).Where(group => group.Dimension == GroupDimensions.RaceAll).Select(group => group.Value));
    }

    [Theory]
    [InlineData(MembershipRule.AsOf, 1, 100, false)]
    [InlineData(MembershipRule.AsOf, 1, 101, true)]
    [InlineData(MembershipRule.AnyTime, 1, 2, true)]
    [InlineData(MembershipRule.AnyTime, 100, 120, true)]
    [InlineData(MembershipRule.AnyTime, 101, 120, false)]
    [InlineData(MembershipRule.AnyTime, 50, 50, false)]
    public void Membership_IsAsTheDistrictDeclares(MembershipRule rule, int begin, int end, bool isIn)
    {
        var student = Given.Student(Given.Member()) with { Programs = [new(ProgramCharacteristic.Idea, Given.Day(begin), Given.Day(end))] };
        var context = Given.Year(100) with { Groups = new GroupSettings { Membership = rule } };

        Assert.Equal(isIn ? "yes" : "no", StudentGroups.Of(student, "09", context).Single(group => group.Dimension == "idea").Value);
    }

    [Fact]
    public void Membership_OfAProgramThatEndedBeforeTheYear_IsNotAnyTimeInIt()
    {
        var student = Given.Student(Given.Member()) with { Programs = [new(ProgramCharacteristic.Idea, null, Given.FirstDay)] };
        var context = Given.Year(100) with { Groups = new GroupSettings { Membership = MembershipRule.AnyTime } };

        Assert.Equal("no", StudentGroups.Of(student, "09", context).Single(group => group.Dimension == "idea").Value);
    }

    [Fact]
    public void Combinations_HaveAValueForEachOfTheirParts()
    {
        var student = Given.Student(Given.Member()) with { Demographics = new Demographics(Sex.Female, RaceFlags.Asian | RaceFlags.White, false) };
        var context = Given.Year(100) with { Groups = new GroupSettings { Combinations = ["race+sex", "englishLearner+idea", "raceAll+sex"] } };

        Assert.Equal(
            ["englishLearner+idea:no+no", "race+sex:TwoOrMoreRaces+female", "raceAll+sex:Asian+female", "raceAll+sex:White+female"],
            StudentGroups.Of(student, "09", context).Where(group => group.Dimension.Contains('+')).Select(group => group.Key));
        Assert.DoesNotContain(
            StudentGroups.Of(student, "09", context with { Tables = SnapshotTables.All & ~SnapshotTables.StudentPrograms }), group => group.Dimension == "englishLearner+idea");
    }

    [Fact]
    public void Dimensions_SayWhetherTheyAddUpAndWithWhomTheyCompare()
    {
        Assert.Equal((true, "White"), (GroupDimensions.Find("race")!.IsPartition, GroupDimensions.Find("race")!.Reference));
        Assert.Equal((false, "White+male"), (GroupDimensions.Find("raceAll+sex")!.IsPartition, GroupDimensions.Find("raceAll+sex")!.Reference));
        Assert.Equal((true, "no+no"), (GroupDimensions.Find("englishLearner+idea")!.IsPartition, GroupDimensions.Find("englishLearner+idea")!.Reference));
        Assert.Equal((true, null), (GroupDimensions.Find("grade+sex")!.IsPartition, GroupDimensions.Find("grade+sex")!.Reference));
        Assert.Null(GroupDimensions.Find("school"));
        Assert.Null(GroupDimensions.Find("race+"));
    }
}
