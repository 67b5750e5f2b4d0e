using System.Net;
using System.Reflection;
using ClosingGap.Functions.Tests.Support;
using ClosingGap.Pipeline.Ports;
using ClosingGap.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Functions.Tests.Http;

public sealed class UnavailableTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Private = "S0000042";

    [Fact]
    public async Task Get_WhileTheStoreIsAway_SaysWhenToAskAgainAndLogsNoContent()
    {
        await using var app = await StartAsync(new StoreUnavailableException(Private));

        using var response = await app.Http.GetAsync("v1/districts/TX-300001/registration", TestContext.Current.CancellationToken);

        var problem = await AppFixture.ProblemAsync(response, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("store.unavailable", problem.GetProperty("code").GetString());
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        Assert.Contains(app.Log.Lines, line => line.Contains("GetRegistration failed with store.unavailable", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(Private, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WhenTheAppFails_TellsTheCallerNothingOfIt()
    {
        await using var app = await StartAsync(new NotSupportedException(Private));

        using var response = await app.Http.GetAsync("v1/drops/0123456789abcdef0123456789abcdef", TestContext.Current.CancellationToken);

        var problem = await AppFixture.ProblemAsync(response, HttpStatusCode.InternalServerError);
        Assert.Equal("system.fault", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("NotSupported", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, line => line.Contains("GetDrop failed with system.fault: System.NotSupportedException", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(Private, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_WhileTheStoreIsAway_IsUnavailable()
    {
        await using var app = await StartAsync(new StoreUnavailableException(Private));

        using var response = await app.Http.GetAsync("health", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"store\":\"unavailable\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutTheFunctionKey_IsRefusedExceptForHealth()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString, null, "LocalRuntime:FunctionKey=a-key");
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/districts/TX-300001/registration") { Headers = { { "x-functions-key", "a-key" } } };

        using var without = await app.Http.GetAsync("v1/districts/TX-300001/registration", TestContext.Current.CancellationToken);
        using var with = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var health = await app.Http.GetAsync("health", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, with.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private Task<RunningApp> StartAsync(Exception fault) =>
        RunningApp.StartAsync(
            azurite.ConnectionString,
            services =>
            {
                var store = DispatchProxy.Create<IDocumentStore, FailingStore>();
                ((FailingStore)(object)store).Fault = fault;
                services.AddSingleton(store);
            },
            "SweepSchedule=0 0 0 1 1 *");
}
