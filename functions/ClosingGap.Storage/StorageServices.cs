using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage.Blobs;
using ClosingGap.Storage.Cosmos;
using ClosingGap.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClosingGap.Storage;

/// <summary>Puts the stores behind the pipeline's ports.</summary>
public static class StorageServices
{
    /// <summary>The section of the stores' settings.</summary>
    public const string Section = "ClosingGap:Store";

    /// <summary>
    /// Adds <see cref="IDocumentStore"/> (<c>ClosingGap:Store:Kind</c> = <c>Sqlite</c>, the default, or <c>Cosmos</c>, with settings in
    /// <c>ClosingGap:Store:Sqlite</c> or <c>:Cosmos</c>) and <see cref="IBlobStore"/> (the account of <c>AzureWebJobsStorage</c>,
    /// settings in <c>ClosingGap:Store:Blobs</c>), each once in the process. The settings are read when a store is first asked for.
    /// </summary>
    /// <exception cref="InvalidOperationException">On first use: a setting is missing or unknown.</exception>
    public static IServiceCollection AddClosingGapStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => OpenDocuments(configuration, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IBlobStore>(_ => new AzureBlobStore(
            StorageConnection.Parse(configuration), configuration.GetSection($"{Section}:Blobs").Get<AzureBlobOptions>() ?? new()));
        return services;
    }

    private static IDocumentStore OpenDocuments(IConfiguration configuration, TimeProvider time)
    {
        var section = configuration.GetSection(Section);
        var kind = section["Kind"];
        if (string.IsNullOrWhiteSpace(kind) || string.Equals(kind, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return new SqliteDocumentStore(section.GetSection("Sqlite").Get<SqliteStoreOptions>() ?? new(), time);
        }

        if (string.Equals(kind, "Cosmos", StringComparison.OrdinalIgnoreCase))
        {
            return new CosmosDocumentStore(section.GetSection("Cosmos").Get<CosmosStoreOptions>() ?? new());
        }

        throw new InvalidOperationException($"setting_unknown: {Section}:Kind is '{kind}'; write Sqlite or Cosmos.");
    }
}
