using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Tests.Internal;

/// <summary>What is kept belongs to a cloud, a tenant and an application.</summary>
public sealed class RealmTests
{
    [Fact]
    public void T01_each_cloud_tenant_and_application_has_its_own_and_none_holds_a_secret()
    {
        SharePointOptions[] options =
        [
            new() { TenantId = "one", ClientId = "app", ClientSecret = "s3cret" },
            new() { TenantId = "two", ClientId = "app", ClientSecret = "s3cret" },
            new() { TenantId = "one", ClientId = "app2", ClientSecret = "s3cret" },
            new() { TenantId = "one", ClientId = "app", ClientSecret = "s3cret", Cloud = SharePointCloud.China },
        ];
        string[] realms = [.. options.Select(static one => new SharePointSettings(one).Realm)];
        Assert.Equal(realms.Length, realms.Distinct(StringComparer.Ordinal).Count());
        Assert.All(realms, static realm => Assert.DoesNotContain("s3cret", realm, StringComparison.Ordinal));
    }
}
