using System.Text.Json;

namespace ClosingGap.SampleData.Tests;

public sealed class BoundaryTests
{
    [Theory]
    [InlineData(200, 0)]
    [InlineData(200, 1)]
    [InlineData(200, 2)]
    [InlineData(350, 37)]
    [InlineData(2000, 116)]
    public async Task Boundary_AnySampleFrom200Students_HasEveryCaseExactlyOnTheEdge(int students, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Night = night, Seed = students + night });
        var counted = new Recount(run, run.Summary.AsOf).Students;
        var cases = run.Truth.GetProperty("boundary").EnumerateArray()
            .ToLookup(b => b.GetProperty("case").GetString()!, b => counted[b.GetProperty("sourcedId").GetString()!], StringComparer.Ordinal);

        AssertCase("TenPercentLeaver", 50, 10, "chronic");
        AssertCase("BelowTenPercentLeaver", 50, 9, "atRisk");
        AssertCase("MinimumDaysTenPercent", 10, 2, "chronic");
        AssertCase("MinimumDaysNoAbsence", 10, 0, "none");
        AssertCase("BelowMinimumDays", 9, 6, "notEnoughData");
        AssertCase("FivePercentLeaver", 50, 5, "atRisk");
        AssertCase("NoShow", 0, 0, "notEnoughData");

        Assert.Equal(5, cases["TenPercentActive"].Count());
        var exact = Assert.Single(cases["TenPercentActive"], s => s.HalfDays * 10 == s.Days * 2);
        Assert.True(exact.Active);
        Assert.Equal("chronic", exact.Band);
        Assert.All(cases["TenPercentActive"].Where(s => s != exact), s => Assert.Equal("atRisk", s.Band));

        void AssertCase(string name, int days, int halfDays, string band)
        {
            var student = Assert.Single(cases[name]);
            Assert.Equal((days, halfDays, band, false), (student.Days, student.HalfDays, student.Band, student.Active));
        }
    }

    [Fact]
    public async Task Boundary_MarkedExactlyTenPercent_AgreesWithItsNumbers()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 250 });
        foreach (var entry in run.Truth.GetProperty("boundary").EnumerateArray())
        {
            var (days, halfDays) = (entry.GetProperty("memberDays").GetInt32(), entry.GetProperty("absentHalfDays").GetInt32());
            Assert.Equal(days > 0 && halfDays * 5 == days, entry.GetProperty("exactlyTenPercent").GetBoolean());
        }

        Assert.Contains(run.Truth.GetProperty("boundary").EnumerateArray(), e => e.GetProperty("exactlyTenPercent").ValueKind == JsonValueKind.True);
    }
}
