using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal static class ConfluenceDefaults
{
    public const string Kind = "confluence";

    /// <summary>The largest page of the v2 lists.</summary>
    public const int MaxPageSize = 250;

    /// <summary>The name of the HTTP client of an instance.</summary>
    public static string HttpClientName(IntegrationName name) => $"navo:{name}";

    /// <summary>The name of the client that asks for a site's cloud id.</summary>
    public static string DiscoveryClientName(IntegrationName name) => $"navo:{name}:discovery";

    /// <summary>The name of the client that asks the token endpoint of OAuth.</summary>
    public static string TokenClientName(IntegrationName name) => $"navo:{name}:token";

    /// <summary>The name of the client that fetches bytes from where a source redirects to, without credentials.</summary>
    public static string DownloadsClientName(IntegrationName name) => $"navo:{name}:downloads";
}
