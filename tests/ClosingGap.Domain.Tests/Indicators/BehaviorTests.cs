using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Indicators;

public sealed class BehaviorTests
{
    [Fact]
    public void Measure_SeveralActionsOfOneIncident_AreOneIncidentOnTheDaysOfItsActions()
    {
        var fact = Fact(Mark(10, "i1", DisciplineKind.OutOfSchoolSuspension), Mark(10, "i1", DisciplineKind.Other), Mark(12, "i1", DisciplineKind.Other));
        Assert.Equal((2, 100), (fact.Numerator, fact.Denominator));
        Assert.Equal(1, fact.Number(BehaviorIndicator.Incidents));
        Assert.Equal(3, fact.Number(BehaviorIndicator.Actions));
        Assert.Equal(Given.Day(12), fact.Date(BehaviorIndicator.LastIncident));
    }

    [Fact]
    public void Measure_ActionsThatNameNoIncident_AreIncidentsOfTheirOwn() =>
        Assert.Equal(3, Fact(Mark(10, null), Mark(10, ""), Mark(11, "i1")).Number(BehaviorIndicator.Incidents));

    [Fact]
    public void Measure_NoAction_DoesNotCount()
    {
        var fact = Fact(Mark(10, "i1", DisciplineKind.NoAction), Mark(11, "i2", DisciplineKind.Expulsion));
        Assert.Equal((1, 1, 1), (fact.Numerator, fact.Number(BehaviorIndicator.Incidents), fact.Number(BehaviorIndicator.Expulsions)));
    }

    [Fact]
    public void Measure_ActionsOutsideTheYearOrAfterTheAsOfDate_DoNotCount()
    {
        var before = new DisciplineMark(DisciplineKind.Other, Given.FirstDay.AddDays(-1), null, null, "i0");
        Assert.Equal(1, Fact(before, Mark(100, "i1"), Mark(101, "i2")).Numerator);
    }

    [Fact]
    public void Measure_MembershipFromTheMiddleOfTheYearInTwoSchools_CountsEachDayOnce()
    {
        var context = Given.Year(100);
        var record = Given.Member() with { Memberships = [new(Given.School, Given.Day(41)), new(Given.OtherSchool, Given.Day(61), Given.Day(81))] };
        var fact = BehaviorIndicator.Measure(record, YearMemberships.Of(record, context), context);
        Assert.Equal((0, 60, MissingEvidence.None), (fact.Numerator, fact.Denominator, fact.Missing));
    }

    [Fact]
    public void Measure_NoTableOrNoMembership_SaysWhatIsMissing()
    {
        var context = Given.Year(100);
        var without = context with { Tables = SnapshotTables.All & ~SnapshotTables.DisciplineActions };
        Assert.Equal(MissingEvidence.Table, BehaviorIndicator.Measure(Given.Member(), YearMemberships.Of(Given.Member(), without), without).Missing);
        var nowhere = Given.Member() with { Memberships = [] };
        Assert.Equal(MissingEvidence.Membership, BehaviorIndicator.Measure(nowhere, YearMemberships.Of(nowhere, context), context).Missing);
    }

    private static Fact Fact(params DisciplineMark[] marks)
    {
        var context = Given.Year(100);
        var record = Given.Member() with { Discipline = marks };
        return BehaviorIndicator.Measure(record, YearMemberships.Of(record, context), context);
    }

    private static DisciplineMark Mark(int day, string? incident, DisciplineKind kind = DisciplineKind.Other) => new(kind, Given.Day(day), null, null, incident);
}
