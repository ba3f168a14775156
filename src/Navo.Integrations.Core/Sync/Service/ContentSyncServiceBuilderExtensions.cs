using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Sync;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers services that keep copies in step.</summary>
public static class ContentSyncServiceBuilderExtensions
{
    /// <summary>
    /// Adds a hosted service that keeps a copy in step with an integration: by notifications where the source tells, and by a schedule. Its <see cref="IContentSyncService"/> is registered under the
    /// integration's name.
    /// </summary>
    /// <typeparam name="THandler">Carries changes out; made anew for each run, in a scope of its own.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The integration, for example <c>new("confluence")</c>; its sync is registered with it.</param>
    /// <param name="configure">Sets options; null for the default ones.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">The integration has such a service already.</exception>
    public static INavoIntegrationsBuilder AddContentSyncService<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this INavoIntegrationsBuilder builder, IntegrationName name, Action<ContentSyncServiceOptions>? configure = null)
        where THandler : class, IContentChangeHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        string key = name.ToString();
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.IsKeyedService && service.ServiceType == typeof(IContentSyncService) && (string?)service.ServiceKey == key))
        {
            throw new ConfigurationException($"{name} has a sync service already.") { Remedy = "Call AddContentSyncService once for each integration; one handler may serve several." };
        }

        services.AddOptions<ContentSyncServiceOptions>(key).Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ContentSyncServiceOptions>, ContentSyncServiceRules>());
        services.TryAddKeyedScoped<IContentChangeHandler, THandler>(key);
        services.AddSingleton(new ContentSyncRegistration(name));
        services.AddKeyedSingleton<IContentSyncService>(key, (provider, _) => Create(provider, name));
        services.AddSingleton<IHostedService>(provider => (ContentSyncService)provider.GetRequiredKeyedService<IContentSyncService>(key));
        return builder;
    }

    private static ContentSyncService Create(IServiceProvider provider, IntegrationName name)
    {
        string key = name.ToString();
        ContentSyncServiceOptions options = provider.GetRequiredService<IOptionsMonitor<ContentSyncServiceOptions>>().Get(key);
        TimeProvider time = provider.GetRequiredService<TimeProvider>();
        ILogger logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ContentSyncService).FullName!);
        CacheInvalidation caches = provider.GetRequiredService<CacheInvalidation>();
        SyncDriver driver = new(
            provider.GetRequiredKeyedService<IContentSync>(key), provider.GetRequiredService<ICheckpointStore>(), provider.GetRequiredService<IServiceScopeFactory>(), caches, options, logger);
        SubscriptionCare? care = provider.GetKeyedService<INotificationSource>(key) is { } source ? new(source, time, logger) : null;
        return new(driver, care, provider.GetRequiredService<NotificationQueue>(), caches, new SyncSchedule(options, time.GetUtcNow()), name, time, logger);
    }
}
