using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Telemetry;

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
        services.AddOptions<TelemetryOptions>().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        WireBoards.Add(services);
        services.TryAddSingleton<IntegrationMetrics>();
        services.TryAddSingleton<IIntegrationMetrics>(static provider => provider.GetRequiredService<IntegrationMetrics>());
        services.TryAddSingleton<IntegrationTelemetry>();
        services.TryAddSingleton<ValidOptions<AuditOptions>>();
        services.TryAddSingleton<ValidOptions<TelemetryOptions>>();
        services.TryAddSingleton(static provider => new TelemetryRedaction(provider.GetRequiredService<ValidOptions<TelemetryOptions>>(), provider.GetService<IRedactorProvider>()));
        services.TryAddSingleton(static provider => new CacheInvalidation(provider.GetRequiredService<IIntegrationCache>(), provider.GetService<ICacheInvalidationExchange>()));
        services.TryAddSingleton<IIntegrationCache>(CreateCache);
        services.TryAddSingleton<NotificationQueue>();
        services.TryAddSingleton(static provider => new NotificationDesk(
            provider.GetServices<INotificationSource>(), provider.GetRequiredService<NotificationQueue>(), provider.GetRequiredService<IntegrationTelemetry>()));
        services.TryAddSingleton(CreateAuditSink);
        services.TryAddSingleton<PipelineEnvironment>();
        services.TryAddSingleton<IIntegrationPipelineFactory, IntegrationPipelineFactory>();
        return services;
    }

    private static IntegrationCache CreateCache(IServiceProvider provider)
    {
        CacheStoreOptions options = provider.GetRequiredService<IOptions<CacheStoreOptions>>().Value;
        TimeProvider time = provider.GetRequiredService<TimeProvider>();
        SharedLevel? shared = SharedLevel.Of(
            provider.GetService<IDistributedCache>(), provider.GetService<ICacheValueProtector>(), options, time, provider.GetRequiredService<ILoggerFactory>());
        return new(options, time, shared, provider.GetService<ICacheInvalidationExchange>());
    }

    private static IAuditSink CreateAuditSink(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<AuditOptions>>().Value.File is { Path: not null } file
            ? new JsonLinesAuditSink(file)
            : new LoggerAuditSink(provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<TelemetryRedaction>());
}
