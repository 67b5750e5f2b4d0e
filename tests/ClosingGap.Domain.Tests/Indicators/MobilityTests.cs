using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class MobilityTests
{
    private static readonly SchoolYearContext Context = Given.Year(100);

    public static TheoryData<string, SchoolMembership[], long, long, long, long> Histories => new()
    {
        { "stays", [new(Given.School, Given.FirstDay)], 1, 0, 0, 0 },
        { "moves overnight", [At(Given.School, 1, 31), At(Given.OtherSchool, 31, null)], 2, 1, 0, 0 },
        { "moves with five school days between", [At(Given.School, 1, 31), At(Given.OtherSchool, 36, null)], 2, 1, 0, 5 },
        { "leaves and comes back", [At(Given.School, 1, 31), At(Given.School, 41, null)], 1, 0, 1, 10 },
        { "goes on in another row", [At(Given.School, 1, 31), At(Given.School, 31, null)], 1, 0, 0, 0 },
        { "there and back", [At(Given.School, 1, 21), At(Given.OtherSchool, 21, 41), At(Given.School, 41, null)], 2, 2, 0, 0 },
        { "in two schools at a time", [At(Given.School, 1, null), At(Given.OtherSchool, 31, 61)], 2, 0, 0, 0 },
        { "moves while a course elsewhere goes on", [At(Given.School, 1, 31), At(Given.OtherSchool, 1, null)], 2, 0, 0, 0 },
        { "never came", [At(Given.OtherSchool, 1, 1), At(Given.School, 1, null)], 1, 0, 0, 0 },
        { "moves after the as-of date", [At(Given.School, 1, 120), At(Given.OtherSchool, 120, null)], 1, 0, 0, 0 },
        { "moved in another school year", [At(Given.School, 1, 31) with { SchoolYear = 2025 }, At(Given.OtherSchool, 31, null)], 1, 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Measure_Memberships_CountsChangesReturnsAndDaysBetween(
        string history, SchoolMembership[] memberships, long schools, long changes, long returns, long without)
    {
        var fact = Fact(memberships);
        Assert.Equal(
            (history, changes, schools, returns, without, MissingEvidence.None),
            (history, fact.Numerator, fact.Number(MobilityIndicator.SchoolsAttended), fact.Number(MobilityIndicator.Returns),
                fact.Number(MobilityIndicator.DaysWithoutSchool), fact.Missing));
        Assert.Equal(Fact([.. memberships.Reverse()]).Evidence, fact.Evidence);
    }

    [Fact]
    public void Measure_TwoMoves_GivesTheDayOfTheLast() => Assert.Equal(
        Given.Day(41),
        Fact([At(Given.School, 1, 21), At(Given.OtherSchool, 21, 41), At(Given.School, 41, null)]).Date(MobilityIndicator.LastChange));

    [Fact]
    public void Measure_NoMembershipOrNoTable_SaysWhatIsMissing()
    {
        Assert.Equal(MissingEvidence.Membership, Fact([]).Missing);
        var context = Context with { Tables = SnapshotTables.All & ~SnapshotTables.SchoolEnrollments };
        Assert.Equal(MissingEvidence.Table, MobilityIndicator.Measure(YearMemberships.Of(Given.Member(), context), context).Missing);
    }

    private static Fact Fact(SchoolMembership[] memberships) =>
        MobilityIndicator.Measure(YearMemberships.Of(Given.Member() with { Memberships = memberships }, Context), Context);

    private static SchoolMembership At(string school, int entry, int? exit) => new(school, Given.Day(entry), exit is { } day ? Given.Day(day) : null);
}
