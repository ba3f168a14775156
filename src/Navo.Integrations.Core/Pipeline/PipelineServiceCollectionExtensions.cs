using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Telemetry;
using ZiggyCreatures.Caching.Fusion;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>Registers all that the pipelines of integrations need.</summary>
internal static class PipelineServiceCollectionExtensions
{
    /// <summary>Adds the factory of pipelines with its cache, metrics and audit sink. What is registered already stays; calling twice changes nothing.</summary>
    public static IServiceCollection AddIntegrationPipeline(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuditOptions>, HouseOptionsRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CacheStoreOptions>, HouseOptionsRules>());
        services.AddOptions<AuditOptions>().ValidateOnStart();
        services.AddOptions<CacheStoreOptions>().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IntegrationMetrics>();
        services.TryAddSingleton<IIntegrationMetrics>(static provider => provider.GetRequiredService<IntegrationMetrics>());
        services.TryAddSingleton<IntegrationTelemetry>();
        services.TryAddSingleton(static provider => new CacheInvalidation(provider.GetRequiredService<IIntegrationCache>(), provider.GetService<ICacheInvalidationExchange>()));
        services.TryAddSingleton<IIntegrationCache>(static provider => new IntegrationCache(
            provider.GetRequiredService<IOptions<CacheStoreOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FusionCache>>(),
            provider.GetService<IDistributedCache>(),
            provider.GetService<ICacheInvalidationExchange>()));
        services.TryAddSingleton<NotificationQueue>();
        services.TryAddSingleton(static provider => new NotificationDesk(
            provider.GetServices<INotificationSource>(), provider.GetRequiredService<NotificationQueue>(), provider.GetRequiredService<IntegrationTelemetry>()));
        services.TryAddSingleton<IAuditSink, LoggerAuditSink>();
        services.TryAddSingleton<PipelineEnvironment>();
        services.TryAddSingleton<IIntegrationPipelineFactory, IntegrationPipelineFactory>();
        return services;
    }
}
