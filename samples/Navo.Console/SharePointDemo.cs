using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Console;

/// <summary>The part of the demo that SharePoint has: a search for two readers, a document, who may see what, how it is worked on.</summary>
internal sealed class SharePointDemo
{
    private readonly List<(string Name, AccessContext Reader, SearchPage Page)> _searches = [];
    private readonly List<PermissionDecision> _decisions = [];

    private KnowledgeContent? _content;
    private CollaborationData? _collaboration;
    private IntegrationHealth? _health;

    public static Dictionary<string, string?> Settings(GraphSimulator simulator) => new()
    {
        ["Navo:Integrations:SharePoint:GraphBaseUrl"] = simulator.GraphUrl.AbsoluteUri,
        ["Navo:Integrations:SharePoint:AuthorityHost"] = simulator.AuthorityUrl.AbsoluteUri,
        ["Navo:Integrations:SharePoint:TenantId"] = simulator.TenantId,
        ["Navo:Integrations:SharePoint:ClientId"] = simulator.ClientId,
        ["Navo:Integrations:SharePoint:ClientSecret"] = simulator.ClientSecret,
        ["Navo:Integrations:SharePoint:Sites"] = "engineering,documentation,/teams/procedures",
    };

    public static async Task<SharePointDemo> RunAsync(ISharePointClient sharePoint, CancellationToken token)
    {
        SharePointDemo demo = new();
        foreach (string name in (string[])["Ada", "Ben"])
        {
            AccessContext reader = AccessContext.ForUser(new(PrincipalSchemes.UserPrincipalName, $"{name.ToLowerInvariant()}@contoso.example"));
            demo._searches.Add((name, reader, await sharePoint.SearchAsync(new("review notes") { Limit = 5 }, reader, token)));
        }

        ContentId restricted = demo._searches[0].Page.Hits.First(hit => demo._searches[1].Page.Hits.All(other => other.Id != hit.Id)).Id;
        foreach ((_, AccessContext reader, _) in demo._searches)
        {
            demo._decisions.Add(await sharePoint.CheckPermissionsAsync(restricted, reader, token));
        }

        SearchPage guides = await sharePoint.SearchDocumentsAsync(new(Kql.FileName.Is("Deployment process.md")), demo._searches[1].Reader, token);
        demo._content = await sharePoint.GetContentAsync(guides.Hits[0].Id, demo._searches[1].Reader, token);
        demo._collaboration = await sharePoint.GetCollaborationDataAsync(restricted, AccessContext.Service, token);
        demo._health = await sharePoint.CheckHealthAsync(token);
        return demo;
    }

    public JsonObject ToJson() => new()
    {
        ["searches"] = new JsonObject([.. _searches.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Name, JsonReports.Of(s.Page, s.Reader)))]),
        ["content"] = JsonReports.Of(_content!),
        ["decisions"] = new JsonArray([.. _decisions.Select(JsonReports.Of)]),
        ["collaboration"] = SharePointCommands.Grants(_collaboration!).ToJson(),
        ["health"] = JsonReports.Of(_health!),
    };

    public void Write(TextReport report)
    {
        foreach ((string name, AccessContext reader, SearchPage page) in _searches)
        {
            report.Heading($"SharePoint: search \"review notes\" as {name}");
            report.Search(page, reader);
        }

        report.Heading($"SharePoint: content of {_content!.Metadata.Title}");
        report.Content(_content, maxLines: 12);
        report.Heading("SharePoint: who may see the document that only one of them found");
        report.Decisions(_decisions);
        report.Heading("SharePoint: how it is shared and used");
        report.Listing(SharePointCommands.Grants(_collaboration!));
        report.Line(SharePointCommands.Summary(_collaboration!));
        report.Heading("SharePoint: health");
        report.Health(_health!);
    }
}
