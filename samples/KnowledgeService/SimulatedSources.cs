using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.OpenAi;
using Navo.Integrations.Testing.SharePoint;

namespace KnowledgeService;

/// <summary>A Confluence, a Microsoft Graph and an OpenAI on loopback, for where nothing is configured.</summary>
internal sealed class SimulatedSources : IAsyncDisposable
{
    /// <summary>The people who may be tried: one with many rights, one with few.</summary>
    public static readonly string[] Names = ["Ada", "Ben"];

    private readonly ConfluenceSimulator _confluence;
    private readonly GraphSimulator _graph;
    private readonly OpenAiSimulator _openAi;

    private SimulatedSources(ConfluenceSimulator confluence, GraphSimulator graph, OpenAiSimulator openAi) =>
        (_confluence, _graph, _openAi) = (confluence, graph, openAi);

    /// <summary>The ids of each person: every source knows people by its own.</summary>
    public IReadOnlyList<PrincipalId>[] People => [.. Names.Select(name => (PrincipalId[])[IdOf(name), new(PrincipalSchemes.UserPrincipalName, $"{name.ToLowerInvariant()}@contoso.example")])];

    /// <summary>What a configuration would say.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Navo:Integrations:Confluence:BaseUrl"] = _confluence.BaseUrl.AbsoluteUri,
        ["Navo:Integrations:Confluence:Deployment"] = "Cloud",
        ["Navo:Integrations:Confluence:Username"] = _confluence.Username,
        ["Navo:Integrations:Confluence:ApiToken"] = _confluence.ApiToken,
        ["Navo:Integrations:SharePoint:GraphBaseUrl"] = _graph.GraphUrl.AbsoluteUri,
        ["Navo:Integrations:SharePoint:AuthorityHost"] = _graph.AuthorityUrl.AbsoluteUri,
        ["Navo:Integrations:SharePoint:TenantId"] = _graph.TenantId,
        ["Navo:Integrations:SharePoint:ClientId"] = _graph.ClientId,
        ["Navo:Integrations:SharePoint:ClientSecret"] = _graph.ClientSecret,
        ["Navo:Integrations:EnterpriseGpt:BaseUrl"] = _openAi.BaseUrl.AbsoluteUri,
        ["Navo:Integrations:EnterpriseGpt:ApiKey"] = _openAi.ApiKey,
        ["Navo:Integrations:EnterpriseGpt:OrganizationId"] = _openAi.OrganizationId,
        ["Navo:Integrations:EnterpriseGpt:ProjectId"] = _openAi.ProjectId,
    };

    public static async Task<SimulatedSources> StartAsync() =>
        new(await ConfluenceSimulator.StartAsync(), await GraphSimulator.StartAsync(), await OpenAiSimulator.StartAsync());

    public PrincipalId IdOf(string name) => new(PrincipalSchemes.AtlassianAccount, _confluence.Account(name.ToLowerInvariant()).AccountId);

    public async ValueTask DisposeAsync()
    {
        await _confluence.DisposeAsync();
        await _graph.DisposeAsync();
        await _openAi.DisposeAsync();
    }
}
