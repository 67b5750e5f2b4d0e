namespace ClosingGap.SampleData.Tests;

public sealed class NightTests
{
    private const int Students = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(114)]
    public async Task NextNight_WithoutTheEndOfAGradingPeriod_BringsOnlyOneDay(int night)
    {
        using var today = await SampleRun.CreateAsync(new SampleOptions { Students = Students, Night = night });
        using var tomorrow = await SampleRun.CreateAsync(new SampleOptions { Students = Students, Night = night + 1 });

        Assert.True(tomorrow.Summary.AsOf > today.Summary.AsOf);
        var added = Added(today, tomorrow, "attendance.csv", row => Line(row));
        Assert.InRange(added.Count, 1, Students / 8);
        var iso = tomorrow.Summary.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.All(added, line => Assert.Contains(iso, line, StringComparison.Ordinal));
        foreach (var file in new[] { "users.csv", "schoolEnrollments.csv", "enrollments.csv", "roles.csv", "disciplineActions.csv", "courseTranscripts.csv" })
        {
            Assert.InRange(Added(today, tomorrow, file, row => row[0]).Count, 0, Students / 20);
        }

        Assert.Equal(today["gradingPeriodGrades.csv"].Rows.Select(Line), tomorrow["gradingPeriodGrades.csv"].Rows.Select(Line));
        var changed = Changed(today["schoolEnrollments.csv"], tomorrow["schoolEnrollments.csv"]);
        Assert.InRange(changed, 0, Students / 50);
        Assert.Equal(today["classes.csv"].Rows.Select(Line), tomorrow["classes.csv"].Rows.Select(Line));
    }

    [Fact]
    public async Task Nights_OverTheWholeSpan_OnlyAdd()
    {
        using var first = await SampleRun.CreateAsync(new SampleOptions { Students = 400, Night = 1 });
        using var middle = await SampleRun.CreateAsync(new SampleOptions { Students = 400, Night = 60 });
        using var last = await SampleRun.CreateAsync(new SampleOptions { Students = 400, Night = SampleOptions.LastNight });

        foreach (var file in new[] { "attendance.csv", "gradingPeriodGrades.csv", "courseTranscripts.csv", "disciplineIncidents.csv", "studentPrograms.csv" })
        {
            Assert.NotEmpty(Added(first, last, file, Line));
            _ = Added(first, middle, file, Line);
            _ = Added(middle, last, file, Line);
        }

        // The last day of the first three grading periods and of the fall semester lies between the first night and the 60th.
        Assert.Equal(2, first["gradingPeriodGrades.csv"].Values("academicSessionSourcedId").Distinct().Count());
        Assert.Equal(4, middle["gradingPeriodGrades.csv"].Values("academicSessionSourcedId").Distinct().Count());
        Assert.Equal(6, last["gradingPeriodGrades.csv"].Values("academicSessionSourcedId").Distinct().Count());
    }

    [Fact]
    public async Task LastNight_IsTheBase()
    {
        using var last = await SampleRun.CreateAsync(new SampleOptions { Students = 200, Night = SampleOptions.LastNight });
        using var year = await SampleRun.CreateAsync(new SampleOptions { Students = 200 });

        Assert.Equal(File.ReadAllBytes(year.Summary.SisZip), File.ReadAllBytes(last.Summary.SisZip));
    }

    /// <summary>What is new tomorrow; fails when anything of today is gone.</summary>
    private static List<string> Added(SampleRun today, SampleRun tomorrow, string file, Func<string[], string> key)
    {
        var before = today[file].Rows.Select(key).ToHashSet(StringComparer.Ordinal);
        var after = tomorrow[file].Rows.Select(key).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(before.Except(after, StringComparer.Ordinal));
        return [.. after.Except(before, StringComparer.Ordinal)];
    }

    private static int Changed(CsvFile today, CsvFile tomorrow)
    {
        var before = today.Rows.ToDictionary(r => r[0], Line, StringComparer.Ordinal);
        return tomorrow.Rows.Count(r => !before.TryGetValue(r[0], out var line) || line != Line(r));
    }

    private static string Line(string[] row) => string.Join('|', row);
}
