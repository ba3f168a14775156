using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Internal.Notifications;
using Navo.Integrations.Confluence.Internal.Sync;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Http.Downloads;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Registration;
using Refit;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Puts an instance together: options, HTTP clients, desk, client.</summary>
internal static class ConfluenceRegistration
{
    public static IntegrationName Add(INavoIntegrationsBuilder builder, string instance)
    {
        IntegrationName name = new(ConfluenceDefaults.Kind, instance);
        IServiceCollection services = builder.Services;
        if (services.Any(s => s.ServiceKey is string key && key == name.ToString() && s.ServiceType == typeof(ConfluenceConnection)))
        {
            return name;
        }

        services.AddOptions<ConfluenceOptions>(name.Instance).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConfluenceOptions>, ConfluenceOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConfluenceOptions>, ConfluenceOptionsRules>());
        services.AddKeyedSingleton(name.ToString(), (sp, _) => new ConfluenceConnection(sp, name));
        AddHttpClients(services, name);
        builder.AddIntegration<IConfluenceClient>(name, sp => Create(sp, name));
        builder.AddContentSync(name, sp => SyncRegistration.Create(sp, name));
        NotificationRegistration.Add(services, name);
        return name;
    }

    private static void AddHttpClients(IServiceCollection services, IntegrationName name)
    {
        services.AddHttpClient(ConfluenceDefaults.HttpClientName(name))
            .AddHttpMessageHandler(sp => ConnectionOf(sp, name).CreateAddressHandler())
            .AddIntegrationHandlers(sp => ConnectionOf(sp, name).HttpSettings);
        services.AddHttpClient(ConfluenceDefaults.DiscoveryClientName(name))
            .AddIntegrationHandlers(sp => ConnectionOf(sp, name).DiscoveryHttpSettings);
        services.AddHttpClient(ConfluenceDefaults.TokenClientName(name))
            .AddIntegrationHandlers(sp => ConnectionOf(sp, name).TokenHttpSettings);
        services.AddHttpClient(ConfluenceDefaults.DownloadsClientName(name))
            .AddDownloadHandlers(sp => ConnectionOf(sp, name).HttpSettings);
    }

    internal static ConfluenceConnection ConnectionOf(IServiceProvider services, IntegrationName name) =>
        services.GetRequiredKeyedService<ConfluenceConnection>(name.ToString());

    internal static IIntegrationPipeline PipelineOf(IServiceProvider services, IntegrationName name, ConfluenceConnection connection) =>
        services.GetRequiredService<IIntegrationPipelineFactory>().Create(name, () => connection.Settings.Options, () => connection.Settings.Realm);

    internal static HttpClient HttpOf(IServiceProvider services, IntegrationName name, ConfluenceConnection connection)
    {
        HttpClient http = services.GetRequiredService<IHttpClientFactory>().CreateClient(ConfluenceDefaults.HttpClientName(name));
        http.BaseAddress = connection.Endpoint.ApiBase;
        return http;
    }

    private static ConfluenceClient Create(IServiceProvider services, IntegrationName name)
    {
        ConfluenceConnection connection = ConnectionOf(services, name);
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        IIntegrationPipeline pipeline = PipelineOf(services, name, connection);
        IHttpClientFactory clients = services.GetRequiredService<IHttpClientFactory>();
        HttpClient http = HttpOf(services, name, connection);
        IConfluenceDesk desk = CreateDesk(http, pipeline, connection, time);
        ConfluenceReaders readers = new(services.GetRequiredService<IIdentityLinker>(), connection.Endpoint.IsCloud);
        DownloadTransport downloads = new(http, () => clients.CreateClient(ConfluenceDefaults.DownloadsClientName(name)), connection.Endpoint.ApiBase, time);
        AttachmentTransport transport = new(downloads, connection);
        return new(pipeline, desk, readers, transport, services.GetService<ITextExtractor>(), connection.Credentials, () => connection.Settings, time);
    }

    internal static IConfluenceDesk CreateDesk(HttpClient http, IIntegrationPipeline pipeline, ConfluenceConnection connection, TimeProvider time)
    {
        InnerReads reads = new(pipeline);
        ConfluenceDeskContext context = new(pipeline.Name, connection.Endpoint.SiteAddress.AbsoluteUri.TrimEnd('/'), time);
        ISearchWire wire = RestService.ForGenerated<ISearchWire>(http, ConfluenceRefit.Settings);
        if (connection.Endpoint.IsCloud)
        {
            IConfluenceCloudApi cloud = RestService.ForGenerated<IConfluenceCloudApi>(http, ConfluenceRefit.Settings);
            return new CloudDesk(cloud, wire, new CloudItems(cloud, new CloudLookups(cloud, reads), pipeline.Name), context);
        }

        IConfluenceDataCenterApi dataCenter = RestService.ForGenerated<IConfluenceDataCenterApi>(http, ConfluenceRefit.Settings);
        DataCenterAccess access = new(dataCenter, new DataCenterPolicies(dataCenter, reads, time), reads, context);
        return new DataCenterDesk(dataCenter, wire, access, reads, context);
    }
}
