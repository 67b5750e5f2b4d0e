namespace ClosingGap.Cli.Tests;

public sealed class ProfileInitTests
{
    [Fact]
    public async Task Init_OfAnUnknownExport_WritesAProfileWithWhichItIsValid()
    {
        using var folder = await ExportAsync("E");

        var init = await Run.InAsync(folder.Path, null, "profile", "init", "export", "--out", "oak.yaml", "--name", "oak");
        var validate = await Run.InAsync(folder.Path, null, "validate", "export", "--profile", "oak.yaml");

        Assert.Equal(ExitCodes.Done, init.ExitCode);
        Assert.Contains("attendance", init.Output, StringComparison.Ordinal);
        Assert.Contains("name: oak", await File.ReadAllTextAsync(Path.Combine(folder.Path, "oak.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, validate.ExitCode);
        Assert.Contains("(profile oak)", validate.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_OverAProfileThatIsThere_RefusesAndKeepsIt()
    {
        using var folder = await ExportAsync("E");
        var file = Path.Combine(folder.Path, "profile.yaml");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        var run = await Run.InAsync(folder.Path, null, "profile", "init", "export");

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Contains("--out", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--name", "Not A Name")]
    [InlineData("--rows", "0")]
    public async Task Init_WithAnOptionOutOfItsRange_IsWrongUse(string option, string value)
    {
        using var folder = await ExportAsync("E");
        Assert.Equal(ExitCodes.WrongUse, (await Run.InAsync(folder.Path, null, "profile", "init", "export", option, value)).ExitCode);
    }

    [Fact]
    public async Task Init_OfASampleDistrict_SaysThatTheBuiltInProfileFits()
    {
        using var folder = new TempFolder();
        Assert.Equal(ExitCodes.Done, (await Run.InAsync(folder.Path, null, "sample", "--students", "40", "--out", "s")).ExitCode);

        var run = await Run.InAsync(folder.Path, null, "profile", "init", "s/sis.zip");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("the profile lenient fits", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "profile.yaml")));
    }

    [Fact]
    public async Task Validate_WithUnknownCodes_ShowsThemOnlyWhenAsked()
    {
        using var folder = await ExportAsync("ZQ9");
        Assert.Equal(ExitCodes.Done, (await Run.InAsync(folder.Path, null, "profile", "init", "export")).ExitCode);

        var quiet = await Run.InAsync(folder.Path, null, "validate", "export", "--profile", "profile.yaml");
        var json = await Run.InAsync(folder.Path, null, "validate", "export", "--profile", "profile.yaml", "--format", "json", "--show-codes");
        var open = await Run.InAsync(folder.Path, null, "validate", "export", "--profile", "profile.yaml", "--show-codes");

        Assert.Equal(ExitCodes.Rejected, quiet.ExitCode);
        Assert.DoesNotContain("ZQ9", quiet.Output + quiet.Error, StringComparison.Ordinal);
        Assert.Contains("codes: { attendance.attendanceEventCategory: { <value in row 2>: <its word> } }", quiet.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ZQ9", json.Output, StringComparison.Ordinal);
        Assert.Contains("ZQ9: TODO # 2 rows, first in row 2 of absences.csv", open.Output, StringComparison.Ordinal);
        Assert.Contains("Unexcused Absence", open.Output, StringComparison.Ordinal);
    }

    private static async Task<TempFolder> ExportAsync(string mark)
    {
        var folder = new TempFolder();
        var export = Directory.CreateDirectory(Path.Combine(folder.Path, "export")).FullName;
        foreach (var (name, content) in new[]
        {
            ("schools.csv", "SCHOOL_NO,SCHOOL_NAME\n7,Oak Elementary\n9,Oak High\n"),
            ("pupils.csv", "PUPIL,LAST,FIRST,GRADE,SCHOOL_NO\n1001,A,Ana,9,9\n1002,B,Ben,K,7\n"),
            ("absences.csv", $"PUPIL,DAY,KIND\n1001,9/2/2025,{mark}\n1002,9/3/2025,{mark}\n"),
        })
        {
            await File.WriteAllTextAsync(Path.Combine(export, name), content, TestContext.Current.CancellationToken);
        }

        return folder;
    }
}
