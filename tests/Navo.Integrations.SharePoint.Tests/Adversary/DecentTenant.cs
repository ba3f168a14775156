using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>A small tenant as Graph would show it: one site, library, document, page, list and user.</summary>
internal static class DecentTenant
{
    public const string Drive = "b!AAAAdrive0001";
    public const string Item = "01ITEMITEMITEM";
    public const string List = "11111111-1111-1111-1111-111111111111";
    public const string Page = "22222222-2222-2222-2222-222222222222";
    public const string User = "33333333-3333-3333-3333-333333333333";
    public const string SiteId = "contoso.sharepoint.com,44444444-4444-4444-4444-444444444444,55555555-5555-5555-5555-555555555555";
    public const string Canary = "canary-8f3b";

    private const string Site = $$$"""{"id":"{{{SiteId}}}","name":"eng","displayName":"Engineering","webUrl":"https://contoso.sharepoint.com/sites/eng","siteCollection":{"dataLocationCode":"NAM"}}""";
    private const string DriveItem = $$$"""{"id":"{{{Item}}}","name":"Plan.md","size":5,"eTag":"\"1\"","file":{"mimeType":"text/markdown"},"parentReference":{"driveId":"{{{Drive}}}","id":"01ROOTROOTROOT","path":"/drives/{{{Drive}}}/root:","siteId":"{{{SiteId}}}"}}""";
    private const string ListEntry = """{"id":"1","eTag":"\"1\"","fields":{"Title":"Entry"}}""";
    private const string SitePage = $$"""{"id":"{{Page}}","title":"Welcome","webUrl":"SitePages/Welcome.aspx"}""";

    public static ContentId Document { get; } = new($"drives/{Drive}/items/{Item}");

    public static ContentId Entry { get; } = new($"sites/{SiteId}/lists/{List}/items/1");

    public static ContentId SitePageId { get; } = new($"sites/{SiteId}/pages/{Page}");

    public static ContentId SiteContent { get; } = new($"sites/{SiteId}");

    public static AccessContext Reader { get; } = AccessContext.ForUser(new(PrincipalSchemes.EntraObject, User));

    /// <summary>The answer to a request that no test has arranged.</summary>
    public static string Answer(Uri address, string body)
    {
        string path = Uri.UnescapeDataString(address.AbsolutePath);
        return path switch
        {
            "/v1.0/search/query" => $$"""{"value":[{"hitsContainers":[{"hits":[{"hitId":"1","rank":1,"summary":"plan","resource":{"@odata.type":"#microsoft.graph.driveItem",{{DriveItem[1..]}}}],"total":1,"moreResultsAvailable":false}]}]}""",
            "/v1.0/$batch" => Batch(body),
            $"/v1.0/drives/{Drive}" or $"/v1.0/users/{User}/drive" => $$$"""{"id":"{{{Drive}}}","name":"Documents","driveType":"documentLibrary","sharePointIds":{"siteUrl":"https://contoso.sharepoint.com/sites/eng","siteId":"44444444-4444-4444-4444-444444444444","webId":"55555555-5555-5555-5555-555555555555"}}""",
            _ when path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) => $$"""{"token_type":"Bearer","access_token":"{{Canary}}","expires_in":3600}""",
            _ when path.EndsWith("/openid-configuration", StringComparison.Ordinal) => """{"token_endpoint":"https://login.microsoftonline.com/tenant/oauth2/v2.0/token","authorization_endpoint":"https://login.microsoftonline.com/tenant/oauth2/v2.0/authorize","issuer":"https://login.microsoftonline.com/tenant/v2.0"}""",
            _ when path.EndsWith("/content", StringComparison.Ordinal) => "Hello",
            _ when path.EndsWith("/versions", StringComparison.Ordinal) => """{"value":[{"id":"2.0","size":5},{"id":"1.0","size":5}]}""",
            _ when path.EndsWith("/filesFolder", StringComparison.Ordinal) => DriveItem,
            _ when path.EndsWith($"/lists/{List}/items", StringComparison.Ordinal) => $$"""{"value":[{{ListEntry}}]}""",
            _ when path.EndsWith("/items/1", StringComparison.Ordinal) => ListEntry,
            _ when path.EndsWith("/lists", StringComparison.Ordinal) => $$$"""{"value":[{"id":"{{{List}}}","name":"Site Pages","list":{"template":"webPageLibrary"}}]}""",
            _ when path.EndsWith($"/pages/{Page}/microsoft.graph.sitePage", StringComparison.Ordinal) => SitePage,
            _ when path.EndsWith("/microsoft.graph.sitePage", StringComparison.Ordinal) => $$"""{"value":[{{SitePage}}]}""",
            _ when path.EndsWith("/children", StringComparison.Ordinal) || path.EndsWith("/delta", StringComparison.Ordinal) => $$"""{"value":[{{DriveItem}}]}""",
            _ when path.StartsWith($"/v1.0/drives/{Drive}/items/", StringComparison.Ordinal) && path.Split('/').Length == 6 => DriveItem.Replace(Item, path.Split('/')[^1], StringComparison.Ordinal),
            $"/v1.0/users/{User}" => $$"""{"id":"{{User}}","userPrincipalName":"ada@contoso.com","userType":"Member","accountEnabled":true}""",
            "/v1.0/sites/root" or $"/v1.0/sites/{SiteId}" or "/v1.0/sites/contoso.sharepoint.com:/sites/eng" => Site,
            _ => """{"value":[]}""",
        };
    }

    private static string Batch(string body)
    {
        JsonArray requests = JsonNode.Parse(body)!["requests"]!.AsArray();
        IEnumerable<string> answers = requests.Select(request => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"{{request!["id"]}}","status":200,"body":{{Answer(new($"https://graph.microsoft.com/v1.0{request["url"]}"), string.Empty)}}}"""));
        return $$"""{"responses":[{{string.Join(',', answers)}}]}""";
    }
}
