using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

internal sealed partial class SharePointClient
{
    public Task<AccessPolicy> GetAccessPolicyAsync(ContentId id, CancellationToken cancellationToken = default)
    {
        ReaderGate.Require(id);
        IntegrationCall<AccessPolicy> call = new(AccessContext.Service, token => parts.Explaining.PolicyAsync(id, token), id.Value) { ItemId = id.Value };
        return pipeline.ExecuteAsync(SharePointOperations.GetAccessPolicy, call, cancellationToken);
    }

    public Task<AccessExplanation> ExplainAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ReaderGate.Require(id);
        IntegrationCall<AccessExplanation> call = new(reader, token => parts.Explaining.ExplainAsync(id, reader, token), id.Value) { ItemId = id.Value };
        return pipeline.ExecuteAsync(SharePointOperations.Explain, call, cancellationToken);
    }

    public Task<SitePermissions> GetSitePermissionsAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default)
    {
        RequireService(reader, "Who has access to a site");
        ReaderGate.Require(site);
        IntegrationCall<SitePermissions> call = new(reader, token => parts.Collaboration.SitePermissionsAsync(site, token), site.Value) { ItemId = site.Value };
        return pipeline.ExecuteAsync(SharePointOperations.GetSitePermissions, call, cancellationToken);
    }

    public Task<CollaborationData> GetCollaborationDataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        RequireService(reader, "With whom a document is shared");
        ReaderGate.Require(id);
        IntegrationCall<CollaborationData> call = new(reader, token => parts.Collaboration.ReadAsync(id, token), id.Value) { ItemId = id.Value };
        return pipeline.ExecuteAsync(SharePointOperations.GetCollaborationData, call, cancellationToken);
    }

    /// <summary>What Graph itself shows to owners only is not shown to readers here.</summary>
    private static void RequireService(AccessContext reader, string what)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.IsService)
        {
            throw new PermissionException($"{what} is shown to its owners only; whether a reader is one is not established here. Ask for the service.");
        }
    }
}
