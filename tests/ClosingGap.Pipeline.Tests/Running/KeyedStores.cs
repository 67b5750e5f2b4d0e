using ClosingGap.Pipeline.Ports;
using ClosingGap.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>Registers the real stores under a key, so that a host can stand in front of them.</summary>
internal static class KeyedStores
{
    public const string Inner = "inner";

    public static IServiceCollection AddKeyedStores(this IServiceCollection services, IConfiguration configuration)
    {
        var stores = new ServiceCollection().AddClosingGapStorage(configuration);
        foreach (var type in new[] { typeof(IBlobStore), typeof(IDocumentStore) })
        {
            var make = stores.Single(store => store.ServiceType == type).ImplementationFactory!;
            services.AddKeyedSingleton(type, Inner, (provider, _) => make(provider));
        }

        return services;
    }
}
