using ClosingGap.Domain.Graduation;

namespace ClosingGap.Domain.Tests.Graduation;

public sealed class CohortCountsTests
{
    private const int Cohort = 2022;

    [Fact]
    public void Of_TheWorkedExample_GivesItsRate()
    {
        CohortMember[] members =
        [
            .. Members(423, false, CohortExit.RegularDiploma, 2025),
            .. Members(25, true, CohortExit.None, null),
            .. Members(20, false, CohortExit.TransferredOut, 2023),
            .. Members(5, false, CohortExit.Emigrated, 2024),
            .. Members(2, false, CohortExit.Deceased, 2024),
            .. Members(50, false, CohortExit.WithoutDiploma, 2025),
        ];
        var counts = CohortCounts.Of(members, Cohort, years: 4);
        Assert.Equal((500, 25, 498, 423), (counts.FirstTime, counts.TransfersIn, counts.Adjusted, counts.Graduates));
        Assert.Equal(.849, counts.Rate.Share, 3);
    }

    [Fact]
    public void Of_ATransferWithoutDocument_StaysInTheCohort() =>
        Assert.Equal(1, CohortCounts.Of([new(Cohort, false, CohortExit.TransferredOut, 2023, IsDocumented: false)], Cohort, 4).Adjusted);

    [Fact]
    public void Of_AnEarlyGraduate_IsInTheNumerator() =>
        Assert.Equal(1, CohortCounts.Of(Members(1, false, CohortExit.RegularDiploma, 2024), Cohort, 4).Graduates);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    public void Of_ADiplomaInTheFifthYear_CountsInTheExtendedRatesOnly(int years, long graduates) =>
        Assert.Equal(graduates, CohortCounts.Of(Members(1, false, CohortExit.RegularDiploma, 2026), Cohort, years).Graduates);

    [Fact]
    public void Of_MembersOfAnotherCohort_PassesThemOver() =>
        Assert.Equal(default, CohortCounts.Of(Members(3, false, CohortExit.None, null), Cohort + 1, 4));

    [Fact]
    public void Merge_OfShards_EqualsAllAtOnce()
    {
        CohortMember[] members = [.. Members(7, false, CohortExit.RegularDiploma, 2025), .. Members(4, true, CohortExit.TransferredOut, 2024)];
        Assert.Equal(
            CohortCounts.Of(members, Cohort, 4),
            CohortCounts.Of(members[..5], Cohort, 4).Merge(CohortCounts.Of(members[5..], Cohort, 4)));
    }

    private static CohortMember[] Members(int count, bool transferredIn, CohortExit exit, int? year) =>
        [.. Enumerable.Repeat(new CohortMember(Cohort, transferredIn, exit, year, IsDocumented: true), count)];
}
