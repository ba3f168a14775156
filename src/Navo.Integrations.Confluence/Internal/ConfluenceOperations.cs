using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The operations that only Confluence has, under the names that telemetry and audit show.</summary>
internal static class ConfluenceOperations
{
    public static IntegrationOperation SearchContent { get; } = new("search_content") { Region = CacheRegion.Response };

    public static IntegrationOperation GetPageContent { get; } = new("get_page_content") { Region = CacheRegion.Content };

    public static IntegrationOperation GetSpaces { get; } = new("get_spaces");

    public static IntegrationOperation GetAccessPolicy { get; } = new("get_access_policy");

    public static IntegrationOperation Explain { get; } = new("explain_access");

    public static IntegrationOperation Probe { get; } = new("probe") { IsAudited = false };

    public static IntegrationOperation CountViews { get; } = new("count_views") { IsAudited = false };

    public static IntegrationOperation GetChildren { get; } = new("get_children");

    public static IntegrationOperation GetComments { get; } = new("get_comments");

    public static IntegrationOperation GetVersions { get; } = new("get_versions");

    public static IntegrationOperation GetPageVersion { get; } = new("get_page_version") { Region = CacheRegion.Content };

    public static IntegrationOperation CompareVersions { get; } = new("compare_versions");

    public static IntegrationOperation GetAttachments { get; } = new("get_attachments");

    public static IntegrationOperation DownloadAttachment { get; } = new("download_attachment");

    public static IntegrationOperation GetSpacePermissions { get; } = new("get_space_permissions");

    public static IntegrationOperation ListWebhooks { get; } = new("list_webhooks") { IsAudited = false };

    public static IntegrationOperation ChangeWebhook { get; } = new("change_webhook") { IsRepeatable = false };
}
