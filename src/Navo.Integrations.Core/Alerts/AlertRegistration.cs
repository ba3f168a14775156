using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts.Readings;
using Navo.Integrations.Core.Alerts.Sinks;

namespace Navo.Integrations.Core.Alerts;

/// <summary>What alerts need of the container. Calling it again changes nothing.</summary>
internal static class AlertRegistration
{
    public static void Add(IServiceCollection services)
    {
        if (services.Any(static service => service.ServiceType == typeof(AlertSettings)))
        {
            return; // the webhook's client would get its socket again, over one of the application's own
        }

        services.AddOptions<AlertOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlertOptions>, AlertOptionsRules>());
        services.AddSingleton<AlertSettings>();
        services.TryAddSingleton<AlertOutlets>();
        services.TryAddSingleton<IAlertMonitor, AlertMonitor>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AlertService>());
        AddSources(services);
        AddSinks(services);
    }

    private static void AddSources(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertSource, CallReadings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertSource, WireReadings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertSource, SyncReadings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertSource, HealthReadings>());
    }

    private static void AddSinks(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertSink, LoggerAlertSink>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertSink, WebhookAlertSink>());
        services.AddHttpClient(WebhookAlertSink.ClientName)
            .RemoveAllLoggers() // the framework's own would log the address
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(static (socket, _) =>
            {
                socket.AllowAutoRedirect = false;
                socket.UseCookies = false;
                socket.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            });
    }
}
