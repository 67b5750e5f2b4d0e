namespace ClosingGap.Architecture.Orchestrators;

public sealed class OrchestratorTests
{
    [Fact]
    public void Orchestrators_OfTheApp_UseNothingThatAReplayAnswersDifferently()
    {
        using var module = Product.Open("Functions");
        var inspector = new OrchestratorInspector(module);

        Assert.Contains(inspector.Orchestrators, method => method.DeclaringType.Name is "DropOrchestration");
        Assert.Contains(inspector.Orchestrators, method => method.DeclaringType.Name is "ShardsOrchestration");
        Assert.Empty(inspector.Inspect());
    }

    [Theory]
    [InlineData("ReadsTheClock", "clock")]
    [InlineData("ReadsTheClockInALambda", "clock")]
    [InlineData("ReadsTheClockInAMethodItCalls", "clock")]
    [InlineData("AsksATimeProvider", "clock")]
    [InlineData("MakesAGuid", "random")]
    [InlineData("DrawsANumber", "random")]
    [InlineData("LeavesTheThread", "thread")]
    [InlineData("Waits", "thread")]
    [InlineData("ConfiguresAnAwait", "configure-await")]
    [InlineData("ReadsAFile", "io")]
    [InlineData("AsksTheNetwork", "io")]
    [InlineData("ReadsTheEnvironment", "io")]
    [InlineData("TakesAToken", "parameter")]
    [InlineData("TakesAService", "parameter")]
    [InlineData("TakesAClient", "parameter")]
    public void Inspector_OfAWrongOrchestrator_FindsExactlyItsFault(string method, string rule)
    {
        var findings = Wrong().Where(finding => finding.Orchestrator == $"{nameof(WrongOrchestrators)}.{method}").ToList();

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(rule, finding.Rule));
    }

    [Fact]
    public void Inspector_OfAnOrchestratorWithAConstructor_AsksForAStaticClass() =>
        Assert.Contains(Wrong(), finding => finding is { Orchestrator: $"{nameof(WrongInstanceOrchestrator)}.{nameof(WrongInstanceOrchestrator.RunAsync)}", Rule: "static" });

    [Fact]
    public void Inspector_OfARightOrchestrator_FindsNothing() =>
        Assert.DoesNotContain(Wrong(), finding => finding.Orchestrator.EndsWith($".{nameof(WrongOrchestrators.IsRight)}", StringComparison.Ordinal));

    private static IReadOnlyList<Finding> Wrong()
    {
        using var module = Mono.Cecil.ModuleDefinition.ReadModule(typeof(OrchestratorTests).Assembly.Location);
        return new OrchestratorInspector(module).Inspect();
    }
}
