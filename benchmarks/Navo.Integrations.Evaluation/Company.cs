using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Core.Access;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.OpenAi;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Evaluation;

/// <summary>The simulated company: Confluence, Microsoft Graph and OpenAI on loopback, and the packages on them, registered as a user would.</summary>
public sealed class Company : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Company(ConfluenceSimulator confluence, GraphSimulator graph, OpenAiSimulator openAi, CompanySetup setup)
    {
        (Confluence, Graph, OpenAi) = (confluence, graph, openAi);
        Readers = new[]
        {
            Reader("ada", "ada", "ada"), Reader("ben", "ben", "ben"), Reader("mira", "mira", null), Reader("cleo", null, "cleo"), Reader("dan", null, "dan"),
            Reader("eve", null, "eve"), Reader("gus", null, "gus"), Reader("former", "former", "old"),
        }.ToDictionary(reader => reader.Name, StringComparer.Ordinal);
        Truth = new(confluence.Site, graph.Tenant);
        _services = Register(setup).BuildServiceProvider();
    }

    /// <summary>The wiki.</summary>
    public ConfluenceSimulator Confluence { get; }

    /// <summary>The tenant.</summary>
    public GraphSimulator Graph { get; }

    /// <summary>The model.</summary>
    public OpenAiSimulator OpenAi { get; }

    /// <summary>Who asks, by name: from Ada, who may see most, to a guest who sees one file and a colleague who has left.</summary>
    public IReadOnlyDictionary<string, CompanyReader> Readers { get; }

    /// <summary>Who may see what, as the simulators themselves have it.</summary>
    public Truth Truth { get; }

    /// <summary>What answers.</summary>
    public IKnowledgeAssistant Assistant => _services.GetRequiredService<IKnowledgeAssistant>();

    /// <summary>What was registered.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Starts it.</summary>
    /// <param name="setup">What is to be otherwise; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The company.</returns>
    public static async Task<Company> StartAsync(CompanySetup? setup = null, CancellationToken cancellationToken = default)
    {
        setup ??= new();
        ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(new() { TimeProvider = setup.Time }, cancellationToken);
        GraphSimulator graph = await GraphSimulator.StartAsync(new() { TimeProvider = setup.Time }, cancellationToken);
        AddGermanFiles(graph.Tenant);
        return new(confluence, graph, await OpenAiSimulator.StartAsync(new() { TimeProvider = setup.Time }, cancellationToken), setup);
    }

    /// <summary>Stops it.</summary>
    /// <returns>A task that ends when it is down.</returns>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Confluence.DisposeAsync();
        await Graph.DisposeAsync();
        await OpenAi.DisposeAsync();
    }

    /// <summary>The root folder of a site's library.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="site">The name of the site.</param>
    /// <returns>The folder.</returns>
    public static GraphItem RootOf(GraphTenant tenant, string site) => tenant.Items[tenant.Drives.Values.Single(drive => drive.SiteId == tenant.SiteId(site)).RootId];

    private static void AddGermanFiles(GraphTenant tenant)
    {
        GraphItem root = RootOf(tenant, "documentation");
        tenant.AddFile(root, "Kantine.md", "# Kantine\n\nDie Kantine öffnet um 11:30 Uhr.\n\nIn der Kantine gibt es mittwochs Suppe.\n");
        tenant.AddFile(root, "Bonusregelung.md", "# Bonusregelung\n\nDer Bonus nach dieser Bonusregelung beträgt vier Prozent.\n", GraphTenant.Person("eve"), new GraphGrant(GraphGrantKind.Group, GraphTenant.GroupId("hr")));
    }

    private CompanyReader Reader(string name, string? account, string? person) =>
        new(name, account is null ? null : Confluence.Account(account).AccountId, person is null ? null : GraphTenant.Person(person));

    private ServiceCollection Register(CompanySetup setup)
    {
        ServiceCollection services = new();
        services.AddSingleton(setup.Time);
        setup.Register(services);
        services.AddSingleton<IIdentityDirectory>(new IdentityTable(Readers.Values.Select(reader => reader.Ids)));
        services.AddNavoIntegrations()
            .AddTextExtraction()
            .AddConfluence(options =>
            {
                options.BaseUrl = Confluence.BaseUrl;
                options.Deployment = ConfluenceDeployment.Cloud;
                options.Username = Confluence.Username;
                options.ApiToken = Confluence.ApiToken;
            })
            .AddSharePoint(options =>
            {
                options.GraphBaseUrl = Graph.GraphUrl;
                options.AuthorityHost = Graph.AuthorityUrl;
                options.TenantId = Graph.TenantId;
                options.ClientId = Graph.ClientId;
                options.ClientSecret = Graph.ClientSecret;
                options.SearchRegion = "NAM";
                options.ResourceUnitsPerMinute = 1_000_000; // the simulator has no quota
            })
            .AddEnterpriseGpt(options =>
            {
                options.BaseUrl = OpenAi.BaseUrl;
                options.ApiKey = OpenAi.ApiKey;
                options.OrganizationId = OpenAi.OrganizationId;
                options.ProjectId = OpenAi.ProjectId;
                setup.Gpt(options);
            })
            .AddKnowledgeAssistant(setup.Answers);
        return services;
    }
}
