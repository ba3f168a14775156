using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class IntegrationOperationsTests
{
    // Dashboards and audit trails are searched by these names; permissions are kept with decisions, and nothing of a health check is kept.
    public static TheoryData<IntegrationOperation, string, CacheRegion> Published => new()
    {
        { IntegrationOperations.Search, "search", CacheRegion.Response },
        { IntegrationOperations.GetContent, "get_content", CacheRegion.Content },
        { IntegrationOperations.GetMetadata, "get_metadata", CacheRegion.Metadata },
        { IntegrationOperations.CheckPermissions, "check_permissions", CacheRegion.Permission },
        { IntegrationOperations.CheckHealth, "check_health", CacheRegion.None },
        { IntegrationOperations.RefreshCredentials, "refresh_credentials", CacheRegion.None },
    };

    [Theory]
    [MemberData(nameof(Published), DisableDiscoveryEnumeration = true)]
    public void An_operation_keeps_the_name_and_the_region_that_were_published(IntegrationOperation operation, string name, CacheRegion region) =>
        Assert.Equal((name, region), (operation.Name, operation.Region));

    [Theory]
    [MemberData(nameof(Published), DisableDiscoveryEnumeration = true)]
    public void Every_operation_but_the_health_check_is_audited(IntegrationOperation operation, string name, CacheRegion region)
    {
        Assert.Equal(name != "check_health", operation.IsAudited);
        Assert.True(region == CacheRegion.None || operation.IsAudited);
    }
}
