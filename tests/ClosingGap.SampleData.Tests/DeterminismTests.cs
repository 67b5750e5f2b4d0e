namespace ClosingGap.SampleData.Tests;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public async Task WriteAsync_SameOptionsTwice_GivesTheSameBytes(int night)
    {
        var options = new SampleOptions { Students = 300, Seed = 42, Night = night };
        using var first = await SampleRun.CreateAsync(options);
        using var second = await SampleRun.CreateAsync(options);

        var files = Relative(first);
        Assert.Equal(files, Relative(second));
        Assert.True(files.Count > 20);
        foreach (var file in files)
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(first.Root, file)), File.ReadAllBytes(Path.Combine(second.Root, file)));
        }

        Assert.All(first.EntryTimes, t => Assert.Equal(new DateTime(1980, 1, 1), t));
    }

    [Fact]
    public async Task WriteAsync_IntoAFolderWithAnEarlierNight_LeavesNothingOfItBehind()
    {
        using var later = await SampleRun.CreateAsync(new SampleOptions { Students = 150, Night = 6 });
        using var reused = await SampleRun.CreateAsync(new SampleOptions { Students = 150, Night = 5 });
        await SampleDistrictWriter.WriteAsync(later.Options, reused.Root, TestContext.Current.CancellationToken);

        Assert.Equal(Relative(later), Relative(reused));
    }

    [Fact]
    public async Task WriteAsync_AnotherSeed_IsAnotherDistrict()
    {
        using var one = await SampleRun.CreateAsync(new SampleOptions { Students = 300, Seed = 1 });
        using var two = await SampleRun.CreateAsync(new SampleOptions { Students = 300, Seed = 2 });

        Assert.NotEqual(one["attendance.csv"].Rows.Select(Line), two["attendance.csv"].Rows.Select(Line));
        Assert.NotEqual(one["demographics.csv"].Rows.Select(Line), two["demographics.csv"].Rows.Select(Line));
    }

    [Fact]
    public async Task StudentData_InALargerDistrictOfTheSameSchools_AreUnchanged()
    {
        using var small = await SampleRun.CreateAsync(new SampleOptions { Students = 300 });
        using var large = await SampleRun.CreateAsync(new SampleOptions { Students = 500 });

        Assert.Equal(small["orgs.csv"].Rows.Select(Line), large["orgs.csv"].Rows.Select(Line));
        Assert.All(small.StudentTruths, t => Assert.Equal(t.Value.GetRawText(), large.StudentTruths[t.Key].GetRawText()));
        var first = small["demographics.csv"].Rows.Select(Line).ToList();
        Assert.Equal(first, large["demographics.csv"].Rows.Select(Line).Take(first.Count));
    }

    private static string Line(string[] row) => string.Join('|', row);

    private static List<string> Relative(SampleRun run) =>
        [.. Directory.EnumerateFiles(run.Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(run.Root, f)).Order(StringComparer.Ordinal)];
}
