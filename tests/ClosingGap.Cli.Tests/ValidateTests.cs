using System.IO.Compression;
using System.Text.Json;

namespace ClosingGap.Cli.Tests;

public sealed class ValidateTests
{
    [Fact]
    public async Task Validate_OfASampleDistrict_IsValidUnderStrict()
    {
        using var folder = new TempFolder();
        Assert.Equal(ExitCodes.Done, (await Run.InAsync(folder.Path, null, "sample", "--students", "40", "--out", "s")).ExitCode);

        var run = await Run.InAsync(folder.Path, null, "validate", "s/sis.zip", "--profile", "strict");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("enrollments.csv", run.Output, StringComparison.Ordinal);
        Assert.Contains("Valid.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OfAFolderWithABadDate_NamesFileRowRuleAndFix()
    {
        using var folder = await BrokenAsync();

        var run = await Run.InAsync(folder.Path, null, "validate", "broken");

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        var rule = run.Output.Split('\n').Index().Single(line => line.Item.StartsWith("error: row.invalid_date", StringComparison.Ordinal));
        Assert.Contains("calendarDates.csv", rule.Item, StringComparison.Ordinal);
        Assert.Contains("first in row 2", rule.Item, StringComparison.Ordinal);
        Assert.Contains("date", run.Output.Split('\n')[rule.Index + 1], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("no-such-day", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_AsJson_IsOneDocumentWithTheSameFacts()
    {
        using var folder = await BrokenAsync();

        var run = await Run.InAsync(folder.Path, null, "validate", "broken", "--format", "json");

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.False(document.RootElement.GetProperty("valid").GetBoolean());
        var rule = document.RootElement.GetProperty("rules").EnumerateArray()
            .Single(item => item.GetProperty("code").GetString() == "row.invalid_date");
        Assert.Equal("calendarDates.csv", rule.GetProperty("file").GetString());
        Assert.Equal(1, rule.GetProperty("count").GetInt64());
        Assert.Equal([2L], rule.GetProperty("firstRows").EnumerateArray().Select(row => row.GetInt64()));
        var file = document.RootElement.GetProperty("files").EnumerateArray()
            .Single(item => item.GetProperty("file").GetString() == "calendarDates.csv");
        Assert.Equal(file.GetProperty("read").GetInt64(), file.GetProperty("accepted").GetInt64() + file.GetProperty("rejected").GetInt64());
        Assert.Equal(1, file.GetProperty("rejected").GetInt64());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Validate_OfWhatIsNoZip_IsInvalidWithTheCode(string format)
    {
        using var folder = new TempFolder();
        folder.File("a.zip", "this is not a zip");

        var run = await Run.InAsync(folder.Path, null, "validate", "a.zip", "--format", format);

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        Assert.Contains("package.not_a_zip", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OfNothing_IsWrongUse()
    {
        using var folder = new TempFolder();

        var run = await Run.InAsync(folder.Path, null, "validate", "absent.zip");

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Contains("absent.zip", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_WithAnInvalidProfile_NamesTheLine()
    {
        using var folder = await BrokenAsync();
        folder.File("p.yaml", "name: p\nversion: 1\nconformance: lenient\nnonsense: 1\n");

        var run = await Run.InAsync(folder.Path, null, "validate", "broken", "--profile", "p.yaml");

        Assert.Equal(ExitCodes.Rejected, run.ExitCode);
        Assert.Contains("p.yaml(4)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OfASet_ReadsTheRowsOfThatSetOnly()
    {
        using var folder = await BrokenAsync();

        var run = await Run.InAsync(folder.Path, null, "validate", "broken", "--profile", "strict", "--set", "rostering");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("set rostering", run.Output, StringComparison.Ordinal);
        Assert.Contains("package.file_not_used", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("row.invalid_date", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("package", ExitCodes.Done)]
    [InlineData("rows", ExitCodes.Done)]
    [InlineData("all", ExitCodes.Rejected)]
    public async Task Validate_ToADepth_FindsWhatLiesAboveItOnly(string depth, int exitCode)
    {
        using var folder = new TempFolder();
        await Run.InAsync(folder.Path, null, "sample", "--students", "30", "--out", "s");
        var copy = Path.Combine(folder.Path, "copy");
        var token = TestContext.Current.CancellationToken;
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(folder.Path, "s", "sis.zip"), copy, token);
        var users = Path.Combine(copy, "users.csv");
        var lines = await File.ReadAllLinesAsync(users, token);
        await File.WriteAllLinesAsync(users, [.. lines, lines[1]], token);

        var run = await Run.InAsync(folder.Path, null, "validate", "copy", "--profile", "strict", "--depth", depth);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(depth == "all", run.Output.Contains("reference.duplicate_sourced_id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_WithASetThatDoesNotExist_IsWrongUse()
    {
        using var folder = new TempFolder();

        var run = await Run.InAsync(folder.Path, null, "validate", "a.zip", "--set", "grades");

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Contains("gradebook", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A sample district as a folder, whose first calendar day is no date.</summary>
    private static async Task<TempFolder> BrokenAsync()
    {
        var folder = new TempFolder();
        await Run.InAsync(folder.Path, null, "sample", "--students", "30", "--out", "s");
        var broken = Path.Combine(folder.Path, "broken");
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(folder.Path, "s", "sis.zip"), broken);
        var path = Path.Combine(broken, "calendarDates.csv");
        var lines = await File.ReadAllLinesAsync(path);
        var column = Array.IndexOf(lines[0].Split(','), "date");
        var cells = lines[1].Split(',');
        cells[column] = "no-such-day";
        lines[1] = string.Join(',', cells);
        await File.WriteAllLinesAsync(path, lines);
        return folder;
    }
}
