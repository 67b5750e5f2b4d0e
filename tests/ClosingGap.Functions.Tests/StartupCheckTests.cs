using ClosingGap.Functions.Tests.Support;
using Microsoft.Extensions.Options;

namespace ClosingGap.Functions.Tests;

public sealed class StartupCheckTests
{
    private const string Storage = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData("ClosingGap:StudentKeySecret=", "ClosingGap:StudentKeySecret")]
    [InlineData("ClosingGap:StudentKeySecret=c2hvcnQ=", "ClosingGap:StudentKeySecret")]
    [InlineData("ClosingGap:Store:Kind=Paper", "ClosingGap:Store:Kind")]
    [InlineData("AzureWebJobsStorage=", "AzureWebJobsStorage")]
    public async Task Start_WithASettingThatIsWrong_EndsWithItsName(string setting, string name)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => RunningApp.StartAsync(Storage, null, setting));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithALimitOutOfItsRange_IsRefused() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => RunningApp.StartAsync(Storage, null, "ClosingGap:Pipeline:CaseloadPageSize=0"));
}
