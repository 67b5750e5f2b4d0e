using System.Globalization;
using System.Text.Json;

namespace ClosingGap.SampleData.Tests;

public sealed class TruthTests
{
    public static TheoryData<int, int, int> Districts => new()
    {
        { 1000, 1, 0 }, { 1, 1, 0 }, { 2, 4, 3 }, { 13, 7, 0 }, { 60, 2, 90 }, { 400, 3, 1 }, { 400, 3, 30 }, { 400, 5, 116 }, { 1600, -9, 64 },
    };

    [Theory]
    [MemberData(nameof(Districts))]
    public async Task StudentTruths_RecountedFromTheCsvs_AreEqual(int students, int seed, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Seed = seed, Night = night });
        var recount = new Recount(run, run.Summary.AsOf);

        Assert.Equal(recount.Students.Keys.Order(StringComparer.Ordinal), run.StudentTruths.Keys.Order(StringComparer.Ordinal));
        foreach (var (id, counted) in recount.Students)
        {
            var truth = run.StudentTruths[id];
            Assert.Equal(counted.Active, truth.GetProperty("active").GetBoolean());
            Assert.Equal(counted.Grade, truth.GetProperty("grade").GetString());
            Assert.Equal(counted.Stays[^1].School, truth.GetProperty("school").GetString());
            Assert.Equal(counted.Days, Int(truth, "memberDays"));
            Assert.Equal(counted.HalfDays, Int(truth, "absentHalfDays"));
            Assert.Equal(counted.Band, truth.GetProperty("band").GetString());
            Assert.Equal(counted.Band == "chronic", truth.GetProperty("chronic").GetBoolean());
            Assert.Equal(counted.LatestPeriod, truth.GetProperty("latestPeriod").GetString());
            Assert.Equal(counted.FailedCourses, Nullable(truth, "failedCoursesLatestPeriod"));
            Assert.Equal(counted.CreditsEarned, Nullable(truth, "creditsEarned"));
            Assert.Equal(counted.CreditsRequired, Nullable(truth, "creditsRequiredNow"));
            Assert.Equal(counted.SuspensionIn, truth.GetProperty("suspensionDaysIn").GetDecimal());
            Assert.Equal(counted.SuspensionOut, truth.GetProperty("suspensionDaysOut").GetDecimal());
            var stays = truth.GetProperty("schools").EnumerateArray()
                .Select(s => (s.GetProperty("school").GetString()!, Int(s, "memberDays"), Int(s, "absentHalfDays")));
            Assert.Equal(counted.Stays, stays);
        }
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public async Task TestTruths_RecountedFromTheCsvs_AreEqual(int students, int seed, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Seed = seed, Night = night });
        var results = run.Has("assessmentResults.csv") ? run["assessmentResults.csv"].Rows : [];
        var column = results.Count == 0 ? _ => _ => "" : (Func<string, Func<string[], string>>)(name => run["assessmentResults.csv"].Column(name));
        var (user, test, date, grade) = (column("userSourcedId"), column("assessmentIdentifier"), column("administrationDate"), column("gradeLevelWhenAssessed"));
        var (score, met) = (column("scoreResult"), column("performanceLevelMet"));
        var byStudent = results.ToLookup(row => user(row), StringComparer.Ordinal);
        Assert.All(results, row => Assert.True(string.CompareOrdinal(date(row), run.Summary.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) <= 0));
        Assert.Equal(results.Count, byStudent.Where(student => run.StudentTruths.ContainsKey(student.Key)).Sum(student => student.Count()));
        foreach (var (id, truth) in run.StudentTruths)
        {
            var own = byStudent[id].Where(row => score(row).Length > 0).ToList();
            var counted = truth.GetProperty("facts").TryGetProperty("assessment.results", out var fact) ? (fact[0].GetInt32(), fact[1].GetInt32()) : ((int, int)?)null;
            Assert.Equal(own.Count == 0 ? null : (own.Count(row => met(row) == "true"), own.Count(row => met(row).Length > 0)), counted);
            var reading = own.Where(row => grade(row) == "03" && test(row).Contains("-ELA-", StringComparison.Ordinal)).Select(row => met(row) == "true").ToList();
            var tests = truth.GetProperty("tests");
            Assert.Equal(reading.Count == 0 ? null : reading.Contains(true), tests.GetProperty("gradeThreeReading").ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => (bool?)null,
            });
            Assert.Equal(Best("SAT-ERW"), Nullable(tests, "satReading"));
            Assert.Equal(Best("SAT-MATH"), Nullable(tests, "satMathematics"));

            decimal? Best(string name) => own.Where(row => test(row) == name).Select(row => (decimal?)decimal.Parse(score(row), CultureInfo.InvariantCulture)).Max();
        }
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public async Task DistrictTotals_RecountedFromTheCsvs_AreEqual(int students, int seed, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Seed = seed, Night = night });
        var recount = new Recount(run, run.Summary.AsOf).Students.Values;
        var totals = run.Truth.GetProperty("totals");

        Assert.Equal(recount.Count, Int(run.Truth.GetProperty("students"), "total"));
        Assert.Equal(recount.Count, run.Summary.StudentsTotal);
        Assert.Equal(recount.Count(s => s.Active), Int(run.Truth.GetProperty("students"), "active"));
        Assert.Equal(recount.Count(s => s.Active), run.Summary.StudentsActive);
        AssertTally(recount, totals);
        foreach (var school in recount.SelectMany(s => s.Stays).GroupBy(s => s.School, StringComparer.Ordinal))
        {
            var truth = run.Truth.GetProperty("schoolAttendance").GetProperty(school.Key);
            Assert.Equal(school.Count(), Int(truth, "n"));
            Assert.Equal(school.Count(s => s.Days >= 10), Int(truth, "measured"));
            Assert.Equal(school.Count(s => Recount.Band(s.Days, s.HalfDays) == "chronic"), Int(truth, "chronic"));
            Assert.Equal(school.Sum(s => s.Days), Int(truth, "memberDays"));
            Assert.Equal(school.Sum(s => s.HalfDays), Int(truth, "absentHalfDays"));
        }
    }

    [Fact]
    public async Task GroupTruths_RecountedFromTheCsvs_AreEqual()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 1200, Seed = 11, Night = 44 });
        var students = new Recount(run, run.Summary.AsOf).Students;
        var asOf = run.Summary.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var expected = new Dictionary<(string, string), List<RecountedStudent>>();
        void Add(string dimension, string group, string id)
        {
            if (!expected.TryGetValue((dimension, group), out var list))
            {
                expected.Add((dimension, group), list = []);
            }

            list.Add(students[id]);
        }

        foreach (var (id, student) in students)
        {
            Add("grade", student.Grade, id);
            Add("school", student.Stays[^1].School, id);
        }

        var demographics = run["demographics.csv"];
        foreach (var row in demographics.Rows)
        {
            Add("sex", demographics.Column("sex")(row), demographics.Column("sourcedId")(row));
            Add("race", Race(demographics, row), demographics.Column("sourcedId")(row));
        }

        var programs = run["studentPrograms.csv"];
        var (begin, end) = (programs.Column("beginDate"), programs.Column("endDate"));
        foreach (var row in programs.Rows)
        {
            var ended = end(row).Length > 0 && string.CompareOrdinal(end(row), asOf) <= 0;
            if (string.CompareOrdinal(begin(row), asOf) <= 0 && !ended)
            {
                Add("program", programs.Column("characteristic")(row), programs.Column("userSourcedId")(row));
            }
        }

        var written = run.Truth.GetProperty("groups").EnumerateObject()
            .SelectMany(d => d.Value.EnumerateObject().Select(g => ((d.Name, g.Name), g.Value))).ToList();
        Assert.Equal(expected.Keys.Order(), written.Select(w => w.Item1).Order());
        Assert.Contains(programs.Rows, r => end(r).Length > 0);
        foreach (var (key, tally) in written)
        {
            AssertTally(expected[key], tally);
        }
    }

    [Fact]
    public async Task Rows_ComparedWithTheFiles_AreEqual()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 500 });
        foreach (var (name, count) in run.Summary.Rows)
        {
            var actual = name.StartsWith("lms/", StringComparison.Ordinal) ? run.Lms(name[4..]).Sum(f => f.File.Rows.Count) : run[name].Rows.Count;
            Assert.Equal(count, actual);
            Assert.Equal(count, run.Truth.GetProperty("rows").GetProperty(name).GetInt64());
        }

        Assert.Equal(run.Entries.Where(e => e != "manifest.csv").Order(), run.Summary.Rows.Keys.Where(k => !k.Contains('/')).Order());
    }

    [Fact]
    public async Task Groups_WithHigherStatedFactors_HaveHigherCountedRates()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 6000, Seed = 2 });
        var all = run.Truth.GetProperty("totals");
        var poor = run.Truth.GetProperty("groups").GetProperty("program").GetProperty("EconomicDisadvantage");
        var (n, chronic, failed) = (Int(poor, "n"), Int(poor, "chronic"), Int(poor, "failedOneOrMore"));
        var (otherN, otherChronic, otherFailed) = (Int(all, "n") - n, Int(all, "chronic") - chronic, Int(all, "failedOneOrMore") - failed);

        Assert.True(chronic * (decimal)otherN > 1.3m * otherChronic * n);
        Assert.True(failed * (decimal)otherN > 1.3m * otherFailed * n);
        Assert.InRange(Int(all, "chronic") / (decimal)Int(all, "measured"), 0.06m, 0.25m);
    }

    private static void AssertTally(IReadOnlyCollection<RecountedStudent> students, JsonElement tally)
    {
        Assert.Equal(students.Count, Int(tally, "n"));
        Assert.Equal(students.Count(s => s.Active), Int(tally, "active"));
        Assert.Equal(students.Sum(s => s.Days), Int(tally, "memberDays"));
        Assert.Equal(students.Sum(s => s.HalfDays), Int(tally, "absentHalfDays"));
        Assert.Equal(students.Count(s => s.Band != "notEnoughData"), Int(tally, "measured"));
        foreach (var band in new[] { "chronic", "atRisk", "satisfactory", "none", "notEnoughData" })
        {
            Assert.Equal(students.Count(s => s.Band == band), Int(tally, band));
        }

        Assert.Equal(students.Count(s => s.FailedCourses is not null), Int(tally, "withGrades"));
        Assert.Equal(students.Count(s => s.FailedCourses > 0), Int(tally, "failedOneOrMore"));
        Assert.Equal(students.Sum(s => s.FailedCourses ?? 0), Int(tally, "failedCourses"));
        Assert.Equal(students.Count(s => s.CreditsEarned is not null), Int(tally, "creditStudents"));
        Assert.Equal(students.Count(s => s.CreditsEarned >= s.CreditsRequired), Int(tally, "creditsOnTrack"));
        Assert.Equal(students.Count(s => s.SuspensionIn + s.SuspensionOut > 0), Int(tally, "suspendedStudents"));
        Assert.Equal(students.Sum(s => s.SuspensionIn), tally.GetProperty("suspensionDaysIn").GetDecimal());
        Assert.Equal(students.Sum(s => s.SuspensionOut), tally.GetProperty("suspensionDaysOut").GetDecimal());
    }

    private static string Race(CsvFile file, string[] row)
    {
        if (file.Column("hispanicOrLatinoEthnicity")(row) == "true")
        {
            return "hispanicOrLatino";
        }

        string[] single = ["americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican", "nativeHawaiianOrOtherPacificIslander", "white"];
        var marked = single.Where(c => file.Column(c)(row) == "true").ToList();
        return file.Column("demographicRaceTwoOrMoreRaces")(row) == "true" || marked.Count > 1 ? "twoOrMoreRaces"
            : marked.Count == 1 ? marked[0]
            : "unknown";
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static decimal? Nullable(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
