namespace Navo.Integrations.Confluence.Internal;

/// <summary>Where a Confluence is: told once from the options.</summary>
internal sealed record ConfluenceEndpoint
{
    private const string GatewayPath = "/ex/confluence/";

    /// <summary>The address that the API's paths are relative to, without a final slash. On a gateway whose cloud id is not known yet it is the site.</summary>
    public required Uri ApiBase { get; init; }

    /// <summary>The address of the site for people, without a final slash and without <c>/wiki</c>. Where only the gateway is known it is the gateway's, and the source's own links say more.</summary>
    public required Uri SiteAddress { get; init; }

    /// <summary>Whether the options name the gateway alone, so that no address of the site is known.</summary>
    public bool IsSiteUnknown { get; init; }

    /// <summary>Cloud, or else Data Center.</summary>
    public required bool IsCloud { get; init; }

    /// <summary>The gateway with its path up to the cloud id, where requests are to be moved there.</summary>
    public Uri? GatewayToDiscover { get; init; }

    /// <summary>The only origins to which credentials may go.</summary>
    public IReadOnlyList<Uri> AllowedOrigins => [GatewayToDiscover ?? ApiBase];

    public static ConfluenceEndpoint From(ConfluenceOptions options)
    {
        Uri address = options.BaseUrl ?? throw new InvalidOperationException("The options are validated before use.");
        if (!IsCloudAddress(options, address))
        {
            Uri instance = Trimmed(address, string.Empty);
            return new() { ApiBase = instance, SiteAddress = instance, IsCloud = false };
        }

        Uri site = Trimmed(address, "/wiki");
        bool isOnGateway = site.AbsolutePath.StartsWith(GatewayPath, StringComparison.OrdinalIgnoreCase);
        bool viaGateway = options.OAuth.IsConfigured || (options.UseGateway ?? options is { Username: null or "", CredentialCallback: null });
        if (isOnGateway || !viaGateway)
        {
            return new() { ApiBase = site, SiteAddress = site, IsCloud = true, IsSiteUnknown = isOnGateway };
        }

        Uri gateway = new(Trimmed(options.GatewayUrl, string.Empty), GatewayPath);
        return options.CloudId is { Length: > 0 } cloudId
            ? new() { ApiBase = new(gateway, Uri.EscapeDataString(cloudId)), SiteAddress = site, IsCloud = true }
            : new() { ApiBase = site, SiteAddress = site, IsCloud = true, GatewayToDiscover = gateway };
    }

    private static bool IsCloudAddress(ConfluenceOptions options, Uri address) => options.Deployment switch
    {
        ConfluenceDeployment.Cloud => true,
        ConfluenceDeployment.DataCenter => false,
        _ => address.IdnHost.EndsWith(".atlassian.net", StringComparison.OrdinalIgnoreCase)
            || address.IdnHost.Equals("api.atlassian.com", StringComparison.OrdinalIgnoreCase)
            || address.AbsolutePath.StartsWith(GatewayPath, StringComparison.OrdinalIgnoreCase),
    };

    private static Uri Trimmed(Uri address, string suffix)
    {
        string path = address.AbsolutePath.TrimEnd('/');
        if (suffix.Length > 0 && path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
        {
            path = path[..^suffix.Length];
        }

        return new UriBuilder(address) { Path = path, Query = string.Empty, Fragment = string.Empty }.Uri;
    }
}
