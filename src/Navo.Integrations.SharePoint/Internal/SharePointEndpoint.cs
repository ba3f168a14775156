namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Where Graph and the authority are: told once from the options.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/deployments"/>.</remarks>
internal sealed record SharePointEndpoint(Uri GraphBase, Uri Authority)
{
    private static readonly Dictionary<SharePointCloud, (string Graph, string Authority)> Clouds = new()
    {
        [SharePointCloud.Global] = ("https://graph.microsoft.com/v1.0", "https://login.microsoftonline.com/"),
        [SharePointCloud.UsGovernmentHigh] = ("https://graph.microsoft.us/v1.0", "https://login.microsoftonline.us/"),
        [SharePointCloud.UsGovernmentDoD] = ("https://dod-graph.microsoft.us/v1.0", "https://login.microsoftonline.us/"),
        [SharePointCloud.China] = ("https://microsoftgraph.chinacloudapi.cn/v1.0", "https://login.chinacloudapi.cn/"),
    };

    /// <summary>The scope of a token for all that the application was given.</summary>
    public string Scope => $"{GraphBase.GetLeftPart(UriPartial.Authority)}/.default";

    public static SharePointEndpoint From(SharePointOptions options)
    {
        (string graph, string authority) = Clouds[options.Cloud];
        Uri graphBase = options.GraphBaseUrl ?? new(graph);
        return new(new(graphBase.AbsoluteUri.TrimEnd('/')), options.AuthorityHost ?? new(authority));
    }
}
