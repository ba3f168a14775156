using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;
using Refit;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Puts the source of a sync together.</summary>
internal static class SyncRegistration
{
    public static ConfluenceSyncSource Create(IServiceProvider services, IntegrationName name)
    {
        ConfluenceConnection connection = ConfluenceRegistration.ConnectionOf(services, name);
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        IIntegrationPipeline pipeline = ConfluenceRegistration.PipelineOf(services, name, connection);
        HttpClient http = ConfluenceRegistration.HttpOf(services, name, connection);
        IConfluenceDesk content = ConfluenceRegistration.CreateDesk(http, pipeline, connection, time);
        ConfluenceDeskContext context = new(name, connection.Endpoint.SiteAddress.AbsoluteUri.TrimEnd('/'), time);
        return new(name, CreateDesk(http, pipeline, connection, context), content, () => connection.Settings, time)
        {
            Groups = new SyncGroups(connection.Endpoint.IsCloud
                ? new CloudGroupDesk(RestService.ForGenerated<ICloudGroupWire>(http, ConfluenceRefit.Settings))
                : new DataCenterGroupDesk(RestService.ForGenerated<IDataCenterGroupWire>(http, ConfluenceRefit.Settings))),
        };
    }

    private static ISyncDesk CreateDesk(HttpClient http, IIntegrationPipeline pipeline, ConfluenceConnection connection, ConfluenceDeskContext context)
    {
        ISyncSearchWire search = RestService.ForGenerated<ISyncSearchWire>(http, ConfluenceRefit.Settings);
        if (!connection.Endpoint.IsCloud)
        {
            return new DataCenterSyncDesk(RestService.ForGenerated<IDataCenterSyncWire>(http, ConfluenceRefit.Settings), search, RestService.ForGenerated<IConfluenceDataCenterApi>(http, ConfluenceRefit.Settings), context);
        }

        IConfluenceCloudApi api = RestService.ForGenerated<IConfluenceCloudApi>(http, ConfluenceRefit.Settings);
        CloudItems items = new(api, new CloudLookups(api, new InnerReads(pipeline)), context.Name);
        return new CloudSyncDesk(RestService.ForGenerated<ICloudSyncWire>(http, ConfluenceRefit.Settings), search, api, items, context);
    }
}
