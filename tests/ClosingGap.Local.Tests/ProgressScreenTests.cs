using ClosingGap.Local.Screen;
using Spectre.Console;

namespace ClosingGap.Local.Tests;

public sealed class ProgressScreenTests
{
    [Fact]
    public async Task Follow_OnATerminal_DrawsEachStepAndGivesTheResult()
    {
        using var drawn = new StringWriter();
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(drawn),
        });

        var result = await new ProgressScreen(TextWriter.Null, terminal).FollowAsync(show =>
        {
            show("Checking [every] row", 0.5);
            show("Published", 1);
            return Task.FromResult(42);
        });

        Assert.Equal(42, result);
        Assert.Contains("Published", drawn.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_IntoAFile_WritesALineForEachStep()
    {
        using var written = new StringWriter();

        await new ProgressScreen(written, null).FollowAsync(show =>
        {
            show("One", 0);
            show("One", 0.2);
            show("Two", 1);
            return Task.FromResult(0);
        });

        Assert.Equal(["  One …", "  Two …"], written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
