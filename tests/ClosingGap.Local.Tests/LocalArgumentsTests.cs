namespace ClosingGap.Local.Tests;

public sealed class LocalArgumentsTests
{
    [Fact]
    public void TryParse_OfNothing_ServesTheDefaultSample()
    {
        Assert.True(LocalArguments.TryParse([], out var arguments, out _));

        Assert.Equal(new LocalArguments(false, null, null, 1000), arguments);
    }

    [Fact]
    public void TryParse_OfEverything_TakesEachValue()
    {
        Assert.True(LocalArguments.TryParse(["--once", "--data", "/tmp/x", "--port", "0", "--students", "25"], out var arguments, out _));

        Assert.Equal(new LocalArguments(true, Path.GetFullPath("/tmp/x"), 0, 25), arguments);
    }

    [Theory]
    [InlineData("--unknown")]
    [InlineData("--port")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--students", "0")]
    [InlineData("--students", "many")]
    [InlineData("--data")]
    [InlineData("--data", "")]
    public void TryParse_OfWhatCannotBe_NamesItAndShowsTheUsage(params string[] args)
    {
        Assert.False(LocalArguments.TryParse(args, out _, out var text));

        Assert.StartsWith($"'{args[0]}'", text, StringComparison.Ordinal);
        Assert.Contains("--students N", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_OfNoSample_ServesWithoutIt()
    {
        Assert.True(LocalArguments.TryParse(["--no-sample"], out var arguments, out _));

        Assert.False(arguments.Sample);
    }

    [Fact]
    public void Say_OfHelp_IsNoFailure()
    {
        Assert.False(LocalArguments.TryParse(["--help"], out _, out var help));
        Assert.False(LocalArguments.TryParse(["--wrong"], out _, out var wrong));

        Assert.Equal(0, LocalArguments.Say(help));
        Assert.Equal(2, LocalArguments.Say(wrong));
    }
}
