using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Core.Notifications;
using Refit;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>Puts webhooks and the source of notifications together.</summary>
internal static class NotificationRegistration
{
    public static void Add(IServiceCollection services, IntegrationName name)
    {
        string key = name.ToString();
        services.AddKeyedSingleton(key, (provider, _) => Create(provider, name));
        services.AddKeyedSingleton<IConfluenceWebhooks>(key, (provider, _) => provider.GetRequiredKeyedService<ConfluenceWebhooks>(key));
        services.AddKeyedSingleton<INotificationSource>(key, (provider, _) => CreateSource(provider, name));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<INotificationSource>(key));
        if (name.Instance.Length == 0)
        {
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IConfluenceWebhooks>(key));
        }
    }

    private static ConfluenceWebhooks Create(IServiceProvider services, IntegrationName name)
    {
        ConfluenceConnection connection = ConfluenceRegistration.ConnectionOf(services, name);
        WebhookDesk? desk = connection.Endpoint.IsCloud ? null : CreateDesk(services, name, connection);
        return new(desk, new(desk, () => connection.Settings, services.GetRequiredService<TimeProvider>()), () => connection.Settings);
    }

    private static WebhookDesk CreateDesk(IServiceProvider services, IntegrationName name, ConfluenceConnection connection)
    {
        HttpClient http = ConfluenceRegistration.HttpOf(services, name, connection);
        return new(ConfluenceRegistration.PipelineOf(services, name, connection), RestService.ForGenerated<IConfluenceDataCenterApi>(http, ConfluenceRefit.Settings), () => connection.Settings);
    }

    private static ConfluenceNotificationSource CreateSource(IServiceProvider services, IntegrationName name)
    {
        ConfluenceConnection connection = ConfluenceRegistration.ConnectionOf(services, name);
        WebhookGuardian guardian = services.GetRequiredKeyedService<ConfluenceWebhooks>(name.ToString()).Guardian;
        return new(name, guardian, connection.Endpoint.IsCloud, () => connection.Settings, services.GetRequiredService<TimeProvider>());
    }
}
