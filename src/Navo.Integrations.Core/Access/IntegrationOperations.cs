using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Access;

/// <summary>The operations of <see cref="Abstractions.IIntegration"/>, under the names that telemetry and audit show.</summary>
public static class IntegrationOperations
{
    /// <summary><c>search</c></summary>
    public static IntegrationOperation Search { get; } = new("search") { Region = CacheRegion.Response };

    /// <summary><c>get_content</c></summary>
    public static IntegrationOperation GetContent { get; } = new("get_content") { Region = CacheRegion.Content };

    /// <summary><c>get_metadata</c></summary>
    public static IntegrationOperation GetMetadata { get; } = new("get_metadata") { Region = CacheRegion.Metadata };

    /// <summary><c>check_permissions</c></summary>
    public static IntegrationOperation CheckPermissions { get; } = new("check_permissions") { Region = CacheRegion.Permission };

    /// <summary><c>check_health</c></summary>
    public static IntegrationOperation CheckHealth { get; } = new("check_health") { IsAudited = false };

    /// <summary><c>refresh_credentials</c></summary>
    public static IntegrationOperation RefreshCredentials { get; } = new("refresh_credentials");
}
