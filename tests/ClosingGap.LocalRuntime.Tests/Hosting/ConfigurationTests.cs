using ClosingGap.LocalRuntime.Blobs;
using ClosingGap.LocalRuntime.Hosting;
using ClosingGap.LocalRuntime.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace ClosingGap.LocalRuntime.Tests.Hosting;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void LocalSettings_ValuesAndConnectionStrings_BecomeSettings()
    {
        File.WriteAllText(folder.File("local.settings.json"), """
            { "IsEncrypted": false, "Values": { "Plain": "1", "Section__Inner": "2", "With:Colon": "3" }, "ConnectionStrings": { "Db": "4" } }
            """);

        var settings = SettingsFiles.ReadLocalSettings(folder.File("local.settings.json")).ToDictionary();

        Assert.Equal("1", settings["Plain"]);
        Assert.Equal("2", settings["Section:Inner"]);
        Assert.Equal("3", settings["With:Colon"]);
        Assert.Equal("4", settings["ConnectionStrings:Db"]);
        Assert.Equal(4, settings.Count);
    }

    [Fact]
    public void LocalSettings_NoFile_GivesNothing() => Assert.Empty(SettingsFiles.ReadLocalSettings(folder.File("absent.json")));

    [Fact]
    public void LocalSettings_NotJson_IsRefused()
    {
        File.WriteAllText(folder.File("local.settings.json"), "{ Values");

        Assert.Equal("LR001", Assert.Throws<LocalRuntimeException>(() => SettingsFiles.ReadLocalSettings(folder.File("local.settings.json")).ToArray()).Code);
    }

    [Fact]
    public void Arguments_AgainstEnvironment_Win()
    {
        var name = $"ClosingGapTest{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(name, "environment");
        Environment.SetEnvironmentVariable($"{name}__Inner", "inner");
        try
        {
            Assert.Equal("environment", FunctionsApplication.CreateBuilder([]).Configuration[name]);
            Assert.Equal("inner", FunctionsApplication.CreateBuilder([]).Configuration[$"{name}:Inner"]);
            Assert.Equal("argument", FunctionsApplication.CreateBuilder([$"{name}=argument"]).Configuration[name]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
            Environment.SetEnvironmentVariable($"{name}__Inner", null);
        }
    }

    [Fact]
    public void BlobOptions_HostJsonAndOwnSection_OwnSectionWins()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureFunctionsJobHost:extensions:blobs:maxDegreeOfParallelism"] = "7",
            ["AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold"] = "3",
            ["LocalRuntime:Blobs:PoisonBlobThreshold"] = "4",
        });

        var options = BlobPollingOptions.Read(configuration);

        Assert.Equal(7, options.MaxDegreeOfParallelism);
        Assert.Equal(4, options.PoisonBlobThreshold);
    }

    [Theory]
    [InlineData("LocalRuntime:Blobs:MaxDegreeOfParallelism", "0")]
    [InlineData("LocalRuntime:Blobs:PollInterval", "00:00:00.001")]
    [InlineData("LocalRuntime:Blobs:RetryDelay", "-00:00:01")]
    public void BlobOptions_OutOfRange_AreRefusedByKey(string key, string value)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { [key] = value });

        var problem = Assert.Throws<LocalRuntimeException>(() => BlobPollingOptions.Read(configuration));

        Assert.Equal("LR002", problem.Code);
        Assert.Contains(key, problem.Message, StringComparison.Ordinal);
    }
}
