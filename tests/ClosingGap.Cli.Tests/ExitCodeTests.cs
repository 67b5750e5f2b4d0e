namespace ClosingGap.Cli.Tests;

public sealed class ExitCodeTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData]
    [InlineData("nothing")]
    [InlineData("drop")]
    [InlineData("drop", "x.zip", "--state", "TX", "--district", "1")]
    [InlineData("drop", "x.zip", "--state", "TX", "--district", "1", "--source", "sis", "--as-of", "27.5.2026")]
    [InlineData("status", "abc")]
    [InlineData("status", Id, "--format", "xml")]
    [InlineData("sample", "--students", "many", "--out", "x")]
    [InlineData("validate", "x", "--unknown")]
    [InlineData("status", Id, "--wait", "--interval", "0")]
    public async Task CommandLine_ThatCannotBeUnderstood_IsWrongUse(params string[] args)
    {
        var run = await Run.OfAsync(args);

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("drop", "--help")]
    [InlineData("district", "add", "--help")]
    public async Task Help_OfAnyCommand_IsDone(params string[] args)
    {
        var run = await Run.OfAsync(args);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_WithNoServiceKnown_SaysHowToNameOne()
    {
        using var folder = new TempFolder();

        var run = await Run.InAsync(folder.Path, null, "status", Id);

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Contains("CLOSINGGAP_BASE_URL", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_OfAServiceThatIsNotThere_IsAServiceFault()
    {
        var run = await Run.OfAsync("status", Id, "--url", "http://127.0.0.1:9");

        Assert.Equal(ExitCodes.ServiceFault, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Contains("cannot be reached", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_ToStorageThatIsNotThere_IsAServiceFault()
    {
        using var folder = new TempFolder();
        folder.File("a.zip", "x");

        var run = await Run.InAsync(
            folder.Path, null, "drop", "a.zip", "--state", "TX", "--district", "1", "--source", "sis", "--storage",
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;");

        Assert.Equal(ExitCodes.ServiceFault, run.ExitCode);
        Assert.Contains("CLOSINGGAP_STORAGE", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tx", "1", "sis", "--state")]
    [InlineData("TX", "1/2", "sis", "--district")]
    [InlineData("TX", "1", "SIS", "--source")]
    public async Task Drop_WithAMalformedPart_NamesThePart(string state, string district, string source, string named)
    {
        var run = await Run.OfAsync("drop", "x.zip", "--state", state, "--district", district, "--source", source, "--storage", "UseDevelopmentStorage=true");

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.StartsWith(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_WithANumberOutOfRange_SaysTheRange()
    {
        using var folder = new TempFolder();

        var run = await Run.InAsync(folder.Path, null, "sample", "--students", "0", "--out", "x");

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.Contains("2,000,000", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "x")));
    }
}
