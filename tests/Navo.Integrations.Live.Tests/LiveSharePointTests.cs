using Microsoft.Extensions.DependencyInjection;

namespace Navo.Integrations.Live.Tests;

/// <summary>The scenarios at the tenant that the environment names; skipped where it names none.</summary>
public sealed class LiveSharePointTests : SharePointScenarios
{
    private const string Missing =
        "No live tenant: set SHAREPOINT_TENANT_ID, SHAREPOINT_CLIENT_ID and SHAREPOINT_CLIENT_SECRET, or SHAREPOINT_ACCESS_TOKEN "
        + "(optional: SHAREPOINT_SITES, addresses by comma; SHAREPOINT_SEARCH_REGION; SHAREPOINT_READER, scheme:id; SHAREPOINT_WORDS, a text to search).";

    protected override ValueTask<Tenant> OpenAsync()
    {
        string? tenant = Settings.Read("SHAREPOINT_TENANT_ID");
        string? client = Settings.Read("SHAREPOINT_CLIENT_ID");
        string? secret = Settings.Read("SHAREPOINT_CLIENT_SECRET");
        string? token = Settings.Read("SHAREPOINT_ACCESS_TOKEN");
        Assert.SkipWhen(token is null && (tenant is null || client is null || secret is null), Missing);

        return ValueTask.FromResult(new Tenant(
            builder => builder.AddSharePoint(options =>
            {
                (options.TenantId, options.ClientId, options.ClientSecret) = token is null ? (tenant, client, secret) : (null, null, null);
                options.AccessToken = token;
                options.SearchRegion = Settings.Read("SHAREPOINT_SEARCH_REGION");
                options.Sites = Settings.List("SHAREPOINT_SITES");
            }),
            Settings.Reader("SHAREPOINT_READER"),
            Settings.Read("SHAREPOINT_WORDS") ?? "the"));
    }
}
