using ClosingGap.Functions.Orchestrations;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using Microsoft.DurableTask;

namespace ClosingGap.Functions.Tests.Middleware;

/// <summary>What an orchestration sees of the exception that stands for another.</summary>
public sealed class StepMiddlewareTests
{
    [Fact]
    public void ErrorType_OfWhatStandsForAnother_IsTheOthers()
    {
        Assert.Equal("System.IO.IOException", Retries.ErrorType(Details(new StepFailedException("System.IO.IOException"))));
        Assert.Equal("System.ArgumentException", Retries.ErrorType(Details(new StepRefusedException("System.ArgumentException"))));
        Assert.Equal("System.TimeoutException", Retries.ErrorType(Details(new TimeoutException("a row"))));
        Assert.True(Retries.IsLaneLost(Details(new LaneLostException())));
    }

    [Fact]
    public async Task Orchestration_WhoseStepFailed_RecordsTheTypeOfTheCause()
    {
        var context = new ScriptedContext(
            new DropRun("0123456789abcdef0123456789abcdef", 1),
            (activity, _) => activity is "EnterLane" ? throw new StepFailedException(typeof(ProfileInvalidException).FullName!) : null);

        await DropOrchestration.RunAsync(context);

        Assert.Equal(typeof(ProfileInvalidException).FullName, Assert.Single(context.Inputs.OfType<FailedRun>()).ErrorType);
    }

    private static TaskFailureDetails Details(Exception exception) => new TaskFailedException("Step", 1, exception).FailureDetails;
}
