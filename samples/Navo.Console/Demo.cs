using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Console;

/// <summary>The main job without credentials: a simulated Confluence, SharePoint and OpenAI, registered as a user would, asked on behalf of two readers.</summary>
internal static class Demo
{
    /// <summary>A slow machine is not to change what is shown.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Unhurried { get; } =
        [.. ((string[])["KnowledgeAssistant:SearchTimeout", "KnowledgeAssistant:ContentTimeout", "KnowledgeAssistant:PermissionTimeout", "Health:Timeout"]).Select(key => KeyValuePair.Create<string, string?>($"Navo:Integrations:{key}", "00:01:00"))];

    public static Command CreateCommand(TextWriter output, Option<bool> json)
    {
        Command command = new("demo", "Shows it all on a simulated Confluence, SharePoint and OpenAI; no credentials needed");
        Option<string?> broken = new(BreakDemo.Option) { Description = "Shows instead what happens while this source fails: confluence, sharepoint or openai" };
        broken.AcceptOnlyFromAmong(BreakDemo.Sources);
        command.Options.Add(broken);
        command.SetAction(async (parsed, token) =>
        {
            await using ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync(cancellationToken: token);
            await using GraphSimulator graph = await GraphSimulator.StartAsync(cancellationToken: token);
            await using OpenAiSimulator openAi = await OpenAiSimulator.StartAsync(cancellationToken: token);
            DirectoryInfo folder = Directory.CreateTempSubdirectory("navo-demo-");
            string? source = parsed.GetValue(broken);
            await using ConsoleSession session = new(Configuration(simulator, graph, openAi, [KeyValuePair.Create("Navo:Integrations:Sync:Folder", (string?)folder.FullName), .. source is null ? [] : BreakDemo.Settings()]), People(simulator));
            try
            {
                FaultPlan faults = source switch { "confluence" => simulator.Faults, "sharepoint" => graph.Faults, _ => openAi.Faults };
                await (source is null
                    ? RunAsync(session, simulator, parsed.GetValue(json), output, token)
                    : BreakAsync(new(source, session, faults, Readers(session, simulator)), parsed.GetValue(json), output, token));
            }
            finally
            {
                await session.DisposeAsync(); // closes the files of the sync
                folder.Delete(recursive: true);
            }

            return 0;
        });
        return command;
    }

    /// <summary>All ids of each person: a source knows people by its own.</summary>
    public static IdentityTable People(ConfluenceSimulator simulator) => new([.. ((string[])["ada", "ben"]).Select(PrincipalId[] (name) =>
        [new(PrincipalSchemes.AtlassianAccount, simulator.Account(name).AccountId), new(PrincipalSchemes.UserPrincipalName, $"{name}@contoso.example")])]);

    public static IConfiguration Configuration(ConfluenceSimulator simulator, GraphSimulator graph, OpenAiSimulator openAi, IEnumerable<KeyValuePair<string, string?>> more) => new ConfigurationBuilder()
        .AddInMemoryCollection(SharePointDemo.Settings(graph))
        .AddInMemoryCollection(EnterpriseGptDemo.Settings(openAi))
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Navo:Integrations:Confluence:BaseUrl"] = simulator.BaseUrl.AbsoluteUri,
            ["Navo:Integrations:Confluence:Deployment"] = "Cloud",
            ["Navo:Integrations:Confluence:Username"] = simulator.Username,
            ["Navo:Integrations:Confluence:ApiToken"] = simulator.ApiToken,
            ["Navo:Integrations:Confluence:Spaces"] = "ENG,DOCS,RUNBOOKS,ONBOARDING",
        })
        .AddInMemoryCollection(Unhurried)
        .AddInMemoryCollection(more)
        .Build();

    private static (string Name, AccessContext Reader)[] Readers(ConsoleSession session, ConfluenceSimulator simulator) =>
        [.. ((string[])["Ada", "Ben"]).Select(name => (name, session.Reader(simulator.Account(name.ToLowerInvariant()).AccountId, session.Source("confluence"))))];

    private static async Task BreakAsync(BreakDemo demo, bool asJson, TextWriter output, CancellationToken token)
    {
        await demo.RunAsync(token);
        if (asJson)
        {
            await output.WriteLineAsync(JsonReports.Write(demo.ToJson()));
        }
        else
        {
            demo.Write(new(output));
        }
    }

    private static async Task RunAsync(ConsoleSession session, ConfluenceSimulator simulator, bool asJson, TextWriter output, CancellationToken token)
    {
        IConfluenceClient confluence = (IConfluenceClient)session.Source("confluence");
        (string Name, AccessContext Reader)[] readers = Readers(session, simulator);
        List<(string Name, AccessContext Reader, SearchPage Page)> searches = [];
        foreach ((string name, AccessContext reader) in readers)
        {
            searches.Add((name, reader, await confluence.SearchAsync(new("review") { Limit = 10 }, reader, token)));
        }

        AccessContext ada = readers[0].Reader;
        ContentId restricted = searches[0].Page.Hits.First(hit => searches[1].Page.Hits.All(other => other.Id != hit.Id)).Id;
        SearchPage guides = await confluence.SearchAsync(new("deployment process") { Limit = 3 }, ada, token);
        KnowledgeContent content = await confluence.GetContentAsync(guides.Hits[0].Id, ada, token);
        List<PermissionDecision> decisions = [];
        foreach ((_, AccessContext reader) in readers)
        {
            decisions.Add(await confluence.CheckPermissionsAsync(restricted, reader, token));
        }

        AccessExplanation explanation = await confluence.ExplainAsync(restricted, readers[1].Reader, token);
        List<BatchItem<ContentId, PageFreshness>> freshness = [];
        await foreach (BatchItem<ContentId, PageFreshness> item in confluence.TrackContentFreshnessAsync(FreshnessScope.Space("ONBOARDING"), ada, cancellationToken: token))
        {
            freshness.Add(item);
        }

        IntegrationHealth health = await confluence.CheckHealthAsync(token);
        SharePointDemo sharePoint = await SharePointDemo.RunAsync((ISharePointClient)session.Source("sharepoint"), token);
        EnterpriseGptDemo gpt = await EnterpriseGptDemo.RunAsync(session.EnterpriseGpt(null), confluence, readers, token);
        KnowledgeDemo knowledge = await KnowledgeDemo.RunAsync(session.Assistant, readers, token);
        SyncDemo sync = await SyncDemo.RunAsync(session, simulator, token);
        if (asJson)
        {
            await output.WriteLineAsync(JsonReports.Write(new JsonObject
            {
                ["searches"] = new JsonObject([.. searches.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Name, JsonReports.Of(s.Page, s.Reader)))]),
                ["content"] = JsonReports.Of(content),
                ["decisions"] = new JsonArray([.. decisions.Select(JsonReports.Of)]),
                ["explanation"] = new JsonObject { ["for_administrator"] = explanation.ForAdministrator, ["for_reader"] = explanation.ForReader },
                ["freshness"] = ConfluenceCommands.Freshness(freshness).ToJson(),
                ["health"] = JsonReports.Of(health),
                ["sharepoint"] = sharePoint.ToJson(),
                ["enterprise_gpt"] = gpt.ToJson(),
                ["all_sources"] = knowledge.ToJson(),
                ["sync"] = sync.ToJson(),
                ["metrics"] = JsonReports.Of(session.Metrics.GetSnapshot()),
            }));
            return;
        }

        TextReport report = new(output);
        foreach ((string name, AccessContext reader, SearchPage page) in searches)
        {
            report.Heading($"Search \"review\" as {name}");
            report.Search(page, reader);
        }

        report.Heading($"Content of {content.Metadata.Title}");
        report.Content(content, maxLines: 25);
        report.Heading("Metadata");
        report.Metadata(content.Metadata);
        report.Heading("Who may see the page that only one of them found");
        report.Decisions(decisions);
        report.Heading("Why Ben may not");
        ConfluenceCommands.Explanation(report, explanation);
        report.Heading("How fresh the space ONBOARDING is, as Ada sees it");
        report.Listing(ConfluenceCommands.Freshness(freshness.OrderByDescending(item => item.Value?.Age).Take(5)));
        report.Line(ConfluenceCommands.Summary(freshness));
        report.Heading("Health");
        report.Health(health);
        sharePoint.Write(report);
        gpt.Write(report);
        sync.Write(report);
        report.Heading("Metrics");
        report.Metrics(session.Metrics.GetSnapshot());
        knowledge.Write(report);
    }
}
