using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Sync;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers syncs.</summary>
public static class ContentSyncBuilderExtensions
{
    /// <summary>
    /// Adds the sync of an integration: <see cref="IContentSync"/> under the integration's name as the key, and among all of them. An <see cref="ICheckpointStore"/>, an <see cref="ISkipLedger"/>
    /// or an <see cref="ISyncInventory"/> under that key, registered before, are used in place of those of the <see cref="ISyncStorage"/>, which are files unless one is registered. With an
    /// <see cref="IPartitionStore"/>, under that key or for all, several workers share the sync.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The integration.</param>
    /// <param name="source">Makes its source.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddContentSync(this INavoIntegrationsBuilder builder, IntegrationName name, Func<IServiceProvider, ISyncSource> source)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        string key = name.ToString();
        IServiceCollection services = builder.Services;
        services.AddOptions<SyncStorageOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SyncStorageOptions>, HouseOptionsRules>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FileSyncStorage>();
        services.TryAddSingleton(static provider => StorageOf(provider).CreateCheckpointStore());
        services.TryAddSingleton(static provider => StorageOf(provider).CreateSkipLedger());
        services.TryAddKeyedSingleton(key, (provider, _) => StorageOf(provider).OpenInventory(name));
        services.AddKeyedSingleton<IContentSync>(key, (provider, _) => new ContentSync(
            source(provider),
            provider.GetRequiredKeyedService<ISyncInventory>(key),
            provider.GetRequiredService<ISkipLedger>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetKeyedService<IPartitionStore>(key) ?? provider.GetService<IPartitionStore>()));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IContentSync>(key));
        return builder;
    }

    private static ISyncStorage StorageOf(IServiceProvider services) => services.GetService<ISyncStorage>() ?? services.GetRequiredService<FileSyncStorage>();
}
