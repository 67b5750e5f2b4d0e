using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Tests.Roster;

public sealed class YearMembershipsTests
{
    [Fact]
    public void Latest_IsTheLastToBeginThenTheLongest()
    {
        SchoolMembership first = new("z-school", Given.Day(1)), early = new("b-school", Given.Day(20), Given.Day(30)), open = new("a-school", Given.Day(20));
        foreach (var order in new SchoolMembership[][] { [first, early, open], [open, early, first], [early, open, first] })
        {
            Assert.Same(open, YearMemberships.Of(Given.Member() with { Memberships = order }, Given.Year(100)).Latest);
        }

        Assert.Same(first, YearMemberships.Of(Given.Member() with { Memberships = [open, first] }, Given.Year(19)).Latest);
    }
}
