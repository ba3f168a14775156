using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>One registered service, by whose name it is found.</summary>
internal sealed record ContentSyncRegistration(IntegrationName Name)
{
    /// <summary>How far the service has come.</summary>
    public ContentSyncStatus StatusIn(IServiceProvider services) => services.GetRequiredKeyedService<IContentSyncService>(Name.ToString()).Status;
}
