using ClosingGap.Functions.Orchestrations;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Functions.Tests.Orchestrations;

public sealed class DropOrchestrationTests
{
    private static readonly DropRun s_run = new("0123456789abcdef0123456789abcdef", 3);

    [Fact]
    public async Task DropOrchestration_OfADrop_TakesEveryStepInItsOrder()
    {
        var context = await RunAsync(new Script());

        Assert.Equal(
            [
                "EnterLane", "ValidateDrop", "ApplyShard -1", "ApplyShard 0", "ApplyShard 1", "CompleteApply", "PrepareCompute",
                "ComputeShard 0", "ComputeShard 1", "PlanPublish", "PublishSchools 0", "PublishVersion", "LeaveLane", "SendReceipt", "Collect",
            ],
            context.Calls);
        Assert.Equal(["validate", "apply", "compute", "publish", "collect"], context.Statuses);
    }

    [Fact]
    public async Task DropOrchestration_OnceItHoldsTheLane_CarriesItsEpochToEveryStep()
    {
        var context = await RunAsync(new Script { Turn = new LaneTurn(true, 7, 1) });

        var runs = context.Inputs.Skip(1).Select(input => input switch
        {
            PieceRun piece => piece.Run,
            DropRun run => run,
            _ => null,
        });
        Assert.All(runs, run => Assert.Equal(s_run with { Epoch = 7 }, run));
    }

    [Fact]
    public async Task DropOrchestration_WithoutItsTurn_EndsWithoutTouchingTheLane()
    {
        var context = await RunAsync(new Script { Turn = new LaneTurn(false, 0, 1) });

        Assert.Equal(["EnterLane"], context.Calls);
    }

    [Fact]
    public async Task DropOrchestration_OfARejectedDrop_GivesTheLaneBack()
    {
        var context = await RunAsync(new Script { Validated = new ValidationOutcome(false, 0, false) });

        Assert.Equal(["EnterLane", "ValidateDrop", "LeaveLane", "SendReceipt", "Collect"], context.Calls);
    }

    [Fact]
    public async Task DropOrchestration_OfAHeldDrop_GivesTheLaneBackBeforeItComputes()
    {
        var context = await RunAsync(new Script { Applied = new ApplyOutcome(false), Validated = new ValidationOutcome(true, 1, true) });

        Assert.Equal(["EnterLane", "ValidateDrop", "ApplyShard -1", "ApplyShard 0", "CompleteApply", "LeaveLane", "SendReceipt", "Collect"], context.Calls);
    }

    [Fact]
    public async Task DropOrchestration_OfTablesThatAreNotSplit_AppliesThoseAlone()
    {
        var context = await RunAsync(new Script { Validated = new ValidationOutcome(true, 9, false) });

        Assert.Equal(["ApplyShard -1"], context.Calls.Where(call => call.StartsWith("ApplyShard", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DropOrchestration_OfAnUnchangedDrop_ComputesAndPublishesNothing()
    {
        var context = await RunAsync(new Script { Plan = new ComputePlan(2, true) });

        Assert.Equal(["PrepareCompute", "EndUnchanged", "LeaveLane", "SendReceipt", "Collect"], context.Calls[^5..]);
        Assert.DoesNotContain(context.Calls, call => call.StartsWith("ComputeShard", StringComparison.Ordinal) || call is "PublishVersion");
    }

    [Fact]
    public async Task DropOrchestration_OfManyShards_GoesInPagesAndMissesNone()
    {
        var context = await RunAsync(new Script { Validated = new ValidationOutcome(true, 70, true), Plan = new ComputePlan(70, false) });

        Assert.Equal([32, 32, 7, 32, 32, 6, 1], context.Pages);
        Assert.Equal(Enumerable.Range(-1, 71).Select(shard => FormattableString.Invariant($"ApplyShard {shard}")), context.Calls.Where(call => call.StartsWith("ApplyShard", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(0, 70).Select(shard => FormattableString.Invariant($"ComputeShard {shard}")), context.Calls.Where(call => call.StartsWith("ComputeShard", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DropOrchestration_OfARebuild_AppliesEveryInputAndComputesTheLast()
    {
        var context = await RunAsync(new Script { Turn = new LaneTurn(true, 1, 3) });

        Assert.Equal([0, 1, 2], Runs(context, "ValidateDrop").Select(run => run.Input));
        Assert.Equal(2, Assert.Single(Runs(context, "PrepareCompute")).Input);
        Assert.Equal(2, Assert.Single(Runs(context, "PublishVersion")).Input);
    }

    [Theory]
    [InlineData("EnterLane")]
    [InlineData("ValidateDrop")]
    [InlineData("ApplyShard")]
    [InlineData("PrepareCompute")]
    [InlineData("ComputeShard")]
    [InlineData("PublishSchools")]
    [InlineData("PublishVersion")]
    public async Task DropOrchestration_WhenAStepFails_RecordsTheFirstCauseAndGivesTheLaneBack(string activity)
    {
        var context = await RunAsync(new Script { Failing = activity, Failure = new StoreUnavailableException("away") });

        Assert.Equal(["FailDrop", "LeaveLane", "SendReceipt", "Collect"], context.Calls[^4..]);
        var failed = Assert.Single(context.Inputs.OfType<FailedRun>());
        Assert.Equal(typeof(StoreUnavailableException).FullName, failed.ErrorType);
        Assert.Equal(s_run.DropId, failed.Run.DropId);
    }

    [Theory]
    [InlineData("ValidateDrop")]
    [InlineData("ComputeShard")]
    [InlineData("PublishVersion")]
    public async Task DropOrchestration_ThatLostItsLane_JustEnds(string activity)
    {
        var context = await RunAsync(new Script { Failing = activity, Failure = new LaneLostException() });

        Assert.StartsWith(activity, context.Calls[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("FailDrop", context.Calls);
        Assert.DoesNotContain("LeaveLane", context.Calls);
    }

    [Theory]
    [InlineData("FailDrop")]
    [InlineData("LeaveLane")]
    public async Task DropOrchestration_ThatCannotEndItself_FailsSoThatTheSweepTakesOver(string ending)
    {
        var script = new Script { Failing = "ValidateDrop", Failure = new StoreUnavailableException("away"), AlsoFailing = ending };

        await Assert.ThrowsAsync<Microsoft.DurableTask.TaskFailedException>(() => RunAsync(script));
    }

    private static IEnumerable<DropRun> Runs(ScriptedContext context, string activity) =>
        context.Calls.Zip(context.Inputs).Where(call => call.First == activity).Select(call => (DropRun)call.Second!);

    private static async Task<ScriptedContext> RunAsync(Script script)
    {
        var context = new ScriptedContext(s_run, script.Answer);
        await DropOrchestration.RunAsync(context);
        return context;
    }

    private sealed record Script
    {
        public LaneTurn Turn { get; init; } = new(true, 1, 1);

        public ValidationOutcome Validated { get; init; } = new(true, 2, true);

        public ApplyOutcome Applied { get; init; } = new(true);

        public ComputePlan Plan { get; init; } = new(2, false);

        public string? Failing { get; init; }

        public string? AlsoFailing { get; init; }

        public Exception? Failure { get; init; }

        public object? Answer(string activity, object? input) =>
            Failure is not null && (activity == Failing || activity == AlsoFailing) ? throw Failure
            : activity switch
            {
                "EnterLane" => Turn,
                "ValidateDrop" => Validated,
                "CompleteApply" => Applied,
                "PrepareCompute" => Plan,
                "PlanPublish" => new PublishPlan(1),
                _ => null,
            };
    }
}
