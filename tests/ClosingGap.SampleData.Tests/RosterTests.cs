namespace ClosingGap.SampleData.Tests;

public sealed class RosterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(100)]
    [InlineData(6000)]
    public async Task Schools_AnySize_CoverAllThreeBands(int students)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students });
        var names = run["orgs.csv"].Values("name").ToList();

        Assert.Contains(names, n => n.Contains("Elementary", StringComparison.Ordinal));
        Assert.Contains(names, n => n.Contains("Middle", StringComparison.Ordinal));
        Assert.Contains(names, n => n.Contains("High", StringComparison.Ordinal));
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Single(run["orgs.csv"].Values("type"), t => t == "district");
        Assert.Equal(students, run.StudentTruths.Count);
    }

    [Fact]
    public async Task Enrollments_OfAStudent_AreSixOrSevenClassesOfAboutTwentyFive()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 3000, Seed = 8 });
        var file = run["enrollments.csv"];
        var students = file.Rows.Where(r => file.Column("role")(r) == "student").ToList();
        var stays = run["schoolEnrollments.csv"];
        var attended = stays.Rows.Count(r => stays.Column("exitWithdrawType")(r) != "No show");
        Assert.InRange(students.Count / (double)attended, 6, 7);
        Assert.All(
            students.GroupBy(r => (file.Column("userSourcedId")(r), file.Column("schoolSourcedId")(r))),
            g => Assert.InRange(g.Count(), 6, 7));

        var sizes = students.GroupBy(file.Column("classSourcedId"), StringComparer.Ordinal).Select(g => g.Count()).ToList();
        Assert.InRange(sizes.Average(), 15, 27);
        Assert.InRange(sizes.Max(), 20, 60);

        var taught = file.Rows.Where(r => file.Column("role")(r) == "teacher").Select(file.Column("classSourcedId")).ToList();
        Assert.Equal(run["classes.csv"].Values("sourcedId").Order(StringComparer.Ordinal), taught.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MidYearMoves_InADistrictOfTwoElementarySchools_IncludeEntriesExitsAndTransfers()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 1500, Seed = 3 });
        var file = run["schoolEnrollments.csv"];
        var stays = file.Rows.GroupBy(file.Column("userSourcedId"), StringComparer.Ordinal).ToList();
        var moved = stays.Where(s => s.Count() == 2).Select(s => s.ToList()).ToList();

        Assert.NotEmpty(moved);
        Assert.All(moved, m => Assert.NotEqual(file.Column("schoolSourcedId")(m[0]), file.Column("schoolSourcedId")(m[1])));
        Assert.All(moved, m => Assert.Equal(file.Column("exitWithdrawDate")(m[0]), file.Column("entryDate")(m[1])));
        Assert.All(stays, s => Assert.InRange(s.Count(), 1, 2));
        Assert.Contains(file.Values("exitWithdrawType"), t => t == "Withdrawn");
        Assert.True(file.Values("entryDate").Distinct().Count() > 10);
    }

    [Fact]
    public async Task Grades_OfAnyPeriod_BelongToAClassOfTheStudent()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 1500, Seed = 3 });
        var enrollments = run["enrollments.csv"];
        var known = enrollments.Rows.Select(r => (enrollments.Column("userSourcedId")(r), enrollments.Column("classSourcedId")(r))).ToHashSet();
        var grades = run["gradingPeriodGrades.csv"];
        Assert.All(grades.Rows, r => Assert.Contains((grades.Column("userSourcedId")(r), grades.Column("classSourcedId")(r)), known));
    }

    [Fact]
    public async Task Users_EachPrimaryOrg_HasExactlyOnePrimaryRole()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 1500, Seed = 3 });
        var (users, roles) = (run["users.csv"], run["roles.csv"]);
        var primary = roles.Rows.Where(r => roles.Column("roleType")(r) == "primary")
            .Select(r => (roles.Column("userSourcedId")(r), roles.Column("orgSourcedId")(r))).Order().ToList();
        Assert.Equal(users.Rows.Select(r => (users.Column("sourcedId")(r), users.Column("primaryOrgSourcedId")(r))).Order(), primary);
    }
}
