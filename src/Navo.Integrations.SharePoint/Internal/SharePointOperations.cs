using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The operations that only SharePoint has, under the names that telemetry and audit show.</summary>
internal static class SharePointOperations
{
    public static IntegrationOperation SearchDocuments { get; } = new("search_documents") { Region = CacheRegion.Response };

    public static IntegrationOperation CountDocuments { get; } = new("count_documents");

    public static IntegrationOperation GetDocument { get; } = new("get_document");

    public static IntegrationOperation GetDocumentContent { get; } = new("get_document_content");

    public static IntegrationOperation GetAccessPolicy { get; } = new("get_access_policy");

    public static IntegrationOperation Explain { get; } = new("explain_access");

    public static IntegrationOperation GetSites { get; } = new("get_sites");

    public static IntegrationOperation GetLibraries { get; } = new("get_libraries");

    public static IntegrationOperation GetLists { get; } = new("get_lists");

    public static IntegrationOperation GetListItems { get; } = new("get_list_items");

    public static IntegrationOperation GetPages { get; } = new("get_pages");

    public static IntegrationOperation GetChildren { get; } = new("get_children");

    public static IntegrationOperation GetLibraryItems { get; } = new("get_library_items");

    public static IntegrationOperation GetVersions { get; } = new("get_versions");

    public static IntegrationOperation GetVersionContent { get; } = new("get_version_content");

    public static IntegrationOperation CompareVersions { get; } = new("compare_versions");

    public static IntegrationOperation GetCollaborationData { get; } = new("get_collaboration_data");

    public static IntegrationOperation GetSitePermissions { get; } = new("get_site_permissions");

    public static IntegrationOperation SyncPartitions { get; } = new("sync_partitions");

    public static IntegrationOperation SyncGroups { get; } = new("sync_groups");

    public static IntegrationOperation SyncPage { get; } = new("sync_page");

    public static IntegrationOperation SyncAhead { get; } = new("sync_ahead") { IsAudited = false };

    public static IntegrationOperation SyncItem { get; } = new("sync_item");

    public static IntegrationOperation SyncEstimate { get; } = new("sync_estimate") { IsAudited = false };

    public static IntegrationOperation GetTeams { get; } = new("get_teams");

    public static IntegrationOperation GetChannels { get; } = new("get_channels");

    public static IntegrationOperation GetChannelFolder { get; } = new("get_channel_folder");

    public static IntegrationOperation GetChannelMembers { get; } = new("get_channel_members");

    public static IntegrationOperation CreateSubscription { get; } = new("create_subscription") { IsRepeatable = false };

    public static IntegrationOperation ListSubscriptions { get; } = new("list_subscriptions") { IsAudited = false };

    public static IntegrationOperation RenewSubscription { get; } = new("renew_subscription") { IsAudited = false };

    public static IntegrationOperation DeleteSubscription { get; } = new("delete_subscription");
}
