using ClosingGap.LocalRuntime.Tests.Http;
using ClosingGap.LocalRuntime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Discovery;

public sealed class FunctionIndexerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(typeof(BadFunctions.BadName), "LR101", "has space")]
    [InlineData(typeof(BadFunctions.SameName), "LR102", "TWIN")]
    [InlineData(typeof(BadFunctions.NotPublic), "LR103", "Hidden")]
    [InlineData(typeof(BadFunctions.AsyncVoid), "LR104", "Forgotten")]
    [InlineData(typeof(BadFunctions.NoTrigger), "LR105", "Idle")]
    [InlineData(typeof(BadFunctions.TwoTriggers), "LR105", "Both")]
    [InlineData(typeof(BadFunctions.UnknownParameter), "LR107", "'time'")]
    [InlineData(typeof(BadFunctions.WrongHttpType), "LR120", "Texted")]
    [InlineData(typeof(BadFunctions.BadRoute), "LR121", "Astray")]
    [InlineData(typeof(BadFunctions.CollidingRoutes), "LR123", "'Left' and 'Right'")]
    [InlineData(typeof(BadFunctions.BadSchedule), "LR130", "Never")]
    [InlineData(typeof(BadFunctions.UnsetSetting), "LR110", "ThisSettingIsNotSet")]
    [InlineData(typeof(BadFunctions.BadBlobPath), "LR140", "Lost")]
    [InlineData(typeof(BadFunctions.NoConnection), "LR141", "Unplugged")]
    public void Build_FunctionThatCannotRun_IsRefusedByName(Type functions, string code, string named)
    {
        var problem = Assert.Throws<LocalRuntimeException>(() => TestHost.Builder(folder, [functions]).Build());

        Assert.Equal(code, problem.Code);
        Assert.Contains(code, problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_SeveralProblems_AllAreTold()
    {
        var problem = Assert.Throws<LocalRuntimeException>(
            () => TestHost.Builder(folder, [typeof(BadFunctions.NoTrigger), typeof(BadFunctions.BadSchedule)]).Build());

        Assert.Contains("LR105", problem.Message, StringComparison.Ordinal);
        Assert.Contains("LR130", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_RoutesThatDifferByVerb_AreAccepted() =>
        Assert.NotNull(TestHost.Builder(folder, [typeof(VerbPair)]).Build());

    [Fact]
    public void Build_AssembliesNamedBySetting_FindsTheirFunctions()
    {
        var builder = Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder(
            [$"LocalRuntime:FunctionAssemblies={typeof(BadFunctions).Assembly.GetName().Name}"]);

        var problem = Assert.Throws<LocalRuntimeException>(builder.Build);

        Assert.Contains("Unplugged", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(HttpSampleFunctions), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_NothingNamed_FindsTheEntryAssemblysFunctions()
    {
        Assert.SkipUnless(
            System.Reflection.Assembly.GetEntryAssembly() == typeof(BadFunctions).Assembly, "This test runner does not start the test program itself.");

        var problem = Assert.Throws<LocalRuntimeException>(Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder([]).Build);

        Assert.Contains("Unplugged", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_AssemblyThatDoesNotExist_IsRefused()
    {
        var builder = Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder(["LocalRuntime:FunctionAssemblies=No.Such.Assembly"]);

        Assert.Equal("LR003", Assert.Throws<LocalRuntimeException>(builder.Build).Code);
    }

    [Fact]
    public void Build_HttpNotTurnedOn_IsRefused()
    {
        var builder = Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder([]);
        ClosingGap.LocalRuntime.Hosting.FunctionAssemblies.UseFunctionTypes(builder, typeof(VerbPair));

        Assert.Equal("LR125", Assert.Throws<LocalRuntimeException>(builder.Build).Code);
    }

    public static class VerbPair
    {
        [Function("ReadIt")]
        public static string Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "it/{id}")] HttpRequest request) => "";

        [Function("WriteIt")]
        public static string Write([HttpTrigger(AuthorizationLevel.Anonymous, "put", "delete", Route = "it/{id}")] HttpRequest request) => "";
    }
}
