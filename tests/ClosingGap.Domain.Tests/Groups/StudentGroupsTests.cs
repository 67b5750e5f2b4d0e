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
}
