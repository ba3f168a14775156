using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Puts an instance together: options, HTTP clients, client, and a ready client of Graph on the same pipeline.</summary>
internal static class SharePointRegistration
{
    public static IntegrationName Add(INavoIntegrationsBuilder builder, string instance)
    {
        IntegrationName name = new(SharePointDefaults.Kind, instance);
        IServiceCollection services = builder.Services;
        if (services.Any(s => s.ServiceKey is string key && key == name.ToString() && s.ServiceType == typeof(SharePointConnection)))
        {
            return name;
        }

        services.AddOptions<SharePointOptions>(name.Instance).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SharePointOptions>, SharePointOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SharePointOptions>, SharePointOptionsRules>());
        services.TryAddSingleton(sp => new ResourceUnitPacers(sp.GetRequiredService<TimeProvider>(), sp.GetService<IQuotaExchange>()));
        services.AddKeyedSingleton(name.ToString(), (sp, _) => new SharePointConnection(sp, name));
        AddHttpClients(services, name);
        AddGraph(services, name);
        builder.AddIntegration<ISharePointClient>(name, sp => new SharePointAssembly(sp, ConnectionOf(sp, name), name).CreateClient());
        builder.AddContentSync(name, sp => new SharePointAssembly(sp, ConnectionOf(sp, name), name).CreateSyncSource());
        AddNotifications(services, name);
        return name;
    }

    private static void AddNotifications(IServiceCollection services, IntegrationName name)
    {
        string key = name.ToString();
        services.AddKeyedSingleton(key, (sp, _) => new SharePointAssembly(sp, ConnectionOf(sp, name), name).CreateSubscriptionManager());
        services.AddKeyedSingleton<ISubscriptionManager>(key, (sp, _) => sp.GetRequiredKeyedService<SubscriptionManager>(key));
        services.AddKeyedSingleton<INotificationSource>(
            key, (sp, _) => new SharePointAssembly(sp, ConnectionOf(sp, name), name).CreateNotificationSource(sp.GetRequiredKeyedService<SubscriptionManager>(key)));
        services.AddSingleton(sp => sp.GetRequiredKeyedService<INotificationSource>(key));
        if (name.Instance.Length == 0)
        {
            services.TryAddSingleton(sp => sp.GetRequiredKeyedService<ISubscriptionManager>(key));
        }
    }

    private static void AddHttpClients(IServiceCollection services, IntegrationName name)
    {
        services.AddHttpClient(SharePointDefaults.HttpClientName(name))
            .ConfigureHttpClient((sp, client) => Prepare(client, ConnectionOf(sp, name)))
            .AddIntegrationHandlers(sp => ConnectionOf(sp, name).HttpSettings)
            .AddHttpMessageHandler(sp => new ClaimsChallengeHandler(ConnectionOf(sp, name).Credentials))
            .AddHttpMessageHandler(static _ => new ResyncHandler());
        services.AddHttpClient(SharePointDefaults.TokenClientName(name))
            .AddHttpMessageHandler(sp => new LoopbackAuthorityHandler(ConnectionOf(sp, name).Endpoint.Authority))
            .AddIntegrationHandlers(sp => ConnectionOf(sp, name).TokenHttpSettings);
        services.AddHttpClient(SharePointDefaults.DownloadsClientName(name))
            .AddDownloadHandlers(sp => ConnectionOf(sp, name).HttpSettings);
    }

    /// <summary>A client of Graph for whatever is not covered here: keyed by the instance's name, and without a key for the default one.</summary>
    private static void AddGraph(IServiceCollection services, IntegrationName name)
    {
        services.AddKeyedSingleton(name.ToString(), (sp, _) => new GraphServiceClient(
            sp.GetRequiredService<IHttpClientFactory>().CreateClient(SharePointDefaults.HttpClientName(name)),
            new PipelineAuthentication(),
            ConnectionOf(sp, name).Endpoint.GraphBase.AbsoluteUri));
        if (name.Instance.Length == 0)
        {
            services.TryAddSingleton(sp => sp.GetRequiredKeyedService<GraphServiceClient>(name.ToString()));
        }
    }

    private static void Prepare(HttpClient client, SharePointConnection connection)
    {
        client.BaseAddress = connection.Endpoint.GraphBase;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", connection.Settings.Options.UserAgent);
    }

    private static SharePointConnection ConnectionOf(IServiceProvider services, IntegrationName name) =>
        services.GetRequiredKeyedService<SharePointConnection>(name.ToString());
}
