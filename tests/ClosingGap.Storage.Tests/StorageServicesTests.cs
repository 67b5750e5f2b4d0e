using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Blobs;
using ClosingGap.Storage.Cosmos;
using ClosingGap.Storage.Sqlite;
using ClosingGap.Storage.Tests.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Storage.Tests;

public sealed class StorageServicesTests
{
    [Fact]
    public async Task Documents_WithoutKind_AreInTheNamedSqliteFile()
    {
        using var database = new TemporaryDatabase();
        await using var services = Build(("ClosingGap:Store:Sqlite:Path", database.Path), ("ClosingGap:Store:Sqlite:BusyTimeout", "00:00:03"));

        Assert.IsType<SqliteDocumentStore>(services.GetRequiredService<IDocumentStore>());
        Assert.Same(services.GetRequiredService<IDocumentStore>(), services.GetRequiredService<IDocumentStore>());
        Assert.True(File.Exists(database.Path));
    }

    [Fact]
    public async Task Documents_OfKindCosmos_AreInCosmos()
    {
        await using var services = Build(
            ("ClosingGap:Store:Kind", "cosmos"),
            ("ClosingGap:Store:Cosmos:Endpoint", "https://cosmos.test:443/"),
            ("ClosingGap:Store:Cosmos:Key", Convert.ToBase64String(new byte[64])));

        Assert.IsType<CosmosDocumentStore>(services.GetRequiredService<IDocumentStore>());
    }

    [Fact]
    public async Task Documents_SettingIsWrong_IsNamed()
    {
        await using var unknown = Build(("ClosingGap:Store:Kind", "Oracle"));
        Assert.Contains("ClosingGap:Store:Kind", Fault(unknown).Message, StringComparison.Ordinal);

        await using var missing = Build(("ClosingGap:Store:Kind", "Cosmos"));
        Assert.Contains("ClosingGap:Store:Cosmos:Endpoint", Fault(missing).Message, StringComparison.Ordinal);

        await using var outOfRange = Build(("ClosingGap:Store:Sqlite:Readers", "0"));
        Assert.Contains("Readers", Fault(outOfRange).Message, StringComparison.Ordinal);

        static Exception Fault(IServiceProvider services) => Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IDocumentStore>());
    }

    [Fact]
    public async Task Blobs_WithAConnectionStringOrAServiceUri_AreThere()
    {
        await using var byString = Build(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));
        await using var byIdentity = Build(("AzureWebJobsStorage:blobServiceUri", "https://account.blob.core.windows.net"));

        Assert.IsType<AzureBlobStore>(byString.GetRequiredService<IBlobStore>());
        Assert.IsType<AzureBlobStore>(byIdentity.GetRequiredService<IBlobStore>());
    }

    [Fact]
    public void Connection_OfEachForm_IsRead()
    {
        var account = StorageConnection.Parse(Configuration(("AzureWebJobsStorage:accountName", "name"), ("AzureWebJobsStorage:clientId", "id")));
        Assert.Equal(new StorageConnection(null, new Uri("https://name.blob.core.windows.net"), "id"), account);

        var fault = Assert.Throws<InvalidOperationException>(() => StorageConnection.Parse(Configuration()));
        Assert.Contains("AzureWebJobsStorage__blobServiceUri", fault.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => StorageConnection.Parse(Configuration(("AzureWebJobsStorage:blobServiceUri", "not a uri"))));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build();

    private static ServiceProvider Build(params (string Key, string Value)[] settings) =>
        new ServiceCollection().AddClosingGapStorage(Configuration(settings)).BuildServiceProvider();
}
