using System.CommandLine;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.SharePoint;

namespace Navo.Console;

/// <summary>The command line.</summary>
internal static class Commands
{
    private static readonly Option<string?> Source = new("--source") { Description = "The integration, such as confluence or confluence:legal; needed only if there are several" };
    private static readonly Option<string> As = new("--as") { Description = "The reader: service, scheme:value, or an id of the source's own kind", DefaultValueFactory = _ => "service" };
    private static readonly Option<string> User = new("--user") { Description = "Whose rights to check", Required = true };
    private static readonly Option<bool> Json = new("--json") { Description = "JSON for machines", Recursive = true };
    private static readonly Option<int?> Limit = new("--limit") { Description = "Hits on a page" };
    private static readonly Argument<string> Text = new("text") { Description = "Words to find" };
    private static readonly Argument<string[]> Links = new("link") { Description = "Addresses, page ids or KEY:Title", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string> Space = new("space") { Description = "The key of the space" };
    private static readonly Argument<string> Id = new("id") { Description = "The source's id of the item" };

    public static RootCommand Create(TextWriter output)
    {
        RootCommand root = new("Reads a company's knowledge through Navo.Integrations. Start with: demo") { Json };
        root.Add(Read("search", "Searches; all sources together if there are several and --source names none", [Text], [Source, As, Limit], output, async (session, parsed, token) =>
        {
            if (parsed.GetValue(Source) is null && session.Searchable.Count > 1)
            {
                return await SearchAllAsync(session, parsed, token);
            }

            (IIntegration source, AccessContext reader) = Who(session, parsed);
            SearchQuery query = new(parsed.GetValue(Text)!) { Limit = parsed.GetValue(Limit) };
            SearchPage page = await source.SearchAsync(query, reader, token);
            return (JsonReports.Of(page, reader), report => report.Search(page, reader));
        }));
        root.Add(Read("get", "Reads an item as Markdown", [Id], [Source, As], output, async (session, parsed, token) =>
        {
            (IIntegration source, AccessContext reader) = Who(session, parsed);
            KnowledgeContent content = await source.GetContentAsync(new(parsed.GetValue(Id)!), reader, token);
            return (JsonReports.Of(content), report => report.Content(content, maxLines: int.MaxValue));
        }));
        root.Add(Read("metadata", "Reads what is known about an item", [Id], [Source, As], output, async (session, parsed, token) =>
        {
            (IIntegration source, AccessContext reader) = Who(session, parsed);
            ContentMetadata metadata = await source.GetMetadataAsync(new(parsed.GetValue(Id)!), reader, token);
            return (JsonReports.Of(metadata), report => report.Metadata(metadata));
        }));
        root.Add(Read("permissions", "Decides whether a user may see an item", [Id], [Source, User], output, async (session, parsed, token) =>
        {
            IIntegration source = session.Source(parsed.GetValue(Source));
            PermissionDecision decision = await source.CheckPermissionsAsync(new(parsed.GetValue(Id)!), session.Reader(parsed.GetValue(User)!, source), token);
            return (JsonReports.Of(decision), report => report.Decisions([decision]));
        }));
        root.Add(Read("health", "Asks the source how it is", [], [Source], output, async (session, parsed, token) =>
        {
            IntegrationHealth health = await session.Source(parsed.GetValue(Source)).CheckHealthAsync(token);
            return (JsonReports.Of(health), report => report.Health(health));
        }));
        root.Add(Read("explain", "Says which condition lets a user see an item or not", [Id], [Source, User], output, (session, parsed, token) =>
        {
            IIntegration source = session.Source(parsed.GetValue(Source));
            IAccessExplainer explainer = source as IAccessExplainer ?? throw new ConfigurationException("This integration does not explain its decisions.") { Remedy = "Name another with --source." };
            return ConfluenceCommands.ExplainAsync(explainer, new(parsed.GetValue(Id)!), session.Reader(parsed.GetValue(User)!, source), token);
        }));
        root.Add(Read("spaces", "Lists the spaces of a Confluence", [], [Source], output, (session, parsed, token) => ConfluenceCommands.SpacesAsync(Confluence(session, parsed), token)));
        root.Add(Read("links", "Says where links lead", [Links], [Source, As], output, (session, parsed, token) =>
        {
            IConfluenceClient confluence = Confluence(session, parsed);
            return ConfluenceCommands.LinksAsync(confluence, parsed.GetValue(Links)!, session.Reader(parsed.GetValue(As)!, confluence), token);
        }));
        root.Add(Read("freshness", "Reports how fresh the pages of a space are", [Space], [Source, As], output, (session, parsed, token) =>
        {
            IConfluenceClient confluence = Confluence(session, parsed);
            return ConfluenceCommands.FreshnessAsync(confluence, parsed.GetValue(Space)!, session.Reader(parsed.GetValue(As)!, confluence), token);
        }));
        root.Add(Read("probe", "Tries every feature and names the scopes and rights that are missing", [], [Source], output, (session, parsed, token) => ConfluenceCommands.ProbeAsync(Confluence(session, parsed), token)));
        root.Add(Read("versions", "Lists the versions of a page or document", [Id], [Source, As], output, (session, parsed, token) =>
        {
            (IIntegration source, AccessContext reader) = Who(session, parsed);
            ContentId id = new(parsed.GetValue(Id)!);
            return source is ISharePointClient sharePoint ? SharePointCommands.VersionsAsync(sharePoint, id, reader, token) : ConfluenceCommands.VersionsAsync(Confluence(session, parsed), id, reader, token);
        }));
        root.Add(ReadParts("attachments", "Lists the attachments of a page", output, ConfluenceCommands.AttachmentsAsync));
        root.Add(ReadParts("comments", "Lists the comments on a page", output, ConfluenceCommands.CommentsAsync));
        root.Add(Read("sites", "Lists the sites of a SharePoint", [], [Source], output, (session, parsed, token) => SharePointCommands.SitesAsync(SharePoint(session, parsed), token)));
        root.Add(Read("libraries", "Lists the libraries of a site", [Id], [Source], output, (session, parsed, token) => SharePointCommands.LibrariesAsync(SharePoint(session, parsed), new(parsed.GetValue(Id)!), token)));
        root.Add(Read("teams", "Lists the teams, their channels and where the files of those are", [], [Source], output, (session, parsed, token) => SharePointCommands.TeamsAsync(SharePoint(session, parsed), token)));
        root.Add(Read("collaboration", "Says how a document is shared and used", [Id], [Source], output, (session, parsed, token) => SharePointCommands.CollaborationAsync(SharePoint(session, parsed), new(parsed.GetValue(Id)!), token)));
        foreach (Command command in EnterpriseGptCommands.Create(output, Json))
        {
            root.Add(command);
        }

        foreach (Command command in SyncCommands.Create(output, Json))
        {
            root.Add(command);
        }

        root.Add(Extract.CreateCommand(output, Json));
        root.Add(Verify.CreateCommand(output, Json));
        root.Add(Demo.CreateCommand(output, Json));
        root.Add(McpCommand.CreateCommand());
        root.Add(Simulate.CreateCommand(output));
        return root;
    }

    private static IConfluenceClient Confluence(ConsoleSession session, ParseResult parsed) =>
        session.Source(parsed.GetValue(Source)) as IConfluenceClient
        ?? throw new ConfigurationException("Only a Confluence can answer this command.") { Remedy = "Name one with --source." };

    private static ISharePointClient SharePoint(ConsoleSession session, ParseResult parsed) =>
        session.Source(parsed.GetValue(Source)) as ISharePointClient
        ?? throw new ConfigurationException("Only a SharePoint can answer this command.") { Remedy = "Name one with --source." };

    private static Command ReadParts(
        string name,
        string description,
        TextWriter output,
        Func<IConfluenceClient, ContentId, AccessContext, CancellationToken, Task<(JsonNode Json, Action<TextReport> Text)>> run) =>
        Read(name, description, [Id], [Source, As], output, (session, parsed, token) =>
        {
            IConfluenceClient confluence = Confluence(session, parsed);
            return run(confluence, new(parsed.GetValue(Id)!), session.Reader(parsed.GetValue(As)!, confluence), token);
        });

    private static (IIntegration Source, AccessContext Reader) Who(ConsoleSession session, ParseResult parsed)
    {
        IIntegration source = session.Source(parsed.GetValue(Source));
        return (source, session.Reader(parsed.GetValue(As)!, source));
    }

    private static async Task<(JsonNode Json, Action<TextReport> Text)> SearchAllAsync(ConsoleSession session, ParseResult parsed, CancellationToken token)
    {
        AccessContext reader = session.Reader(parsed.GetValue(As)!, source: null);
        FederatedQuery query = new(parsed.GetValue(Text)!) { Limit = parsed.GetValue(Limit) ?? 10, Deadline = session.SearchTimeout, Sources = [.. session.Searchable.Select(source => source.Name)] };
        FederatedPage found = await session.Federation.SearchAsync(query, reader, token);
        FederatedPage page = reader.IsService ? found : found.ForReader();
        return page.HasAnswer || page.Reports.FirstOrDefault(report => report.Error is not null)?.Error is not { } error
            ? (KnowledgeReports.Of(page, reader), report => KnowledgeReports.Write(report, page, reader))
            : throw error;
    }

    private static Command Read(
        string name,
        string description,
        Argument[] arguments,
        Option[] options,
        TextWriter output,
        Func<ConsoleSession, ParseResult, CancellationToken, Task<(JsonNode Json, Action<TextReport> Text)>> run)
    {
        Command command = new(name, description);
        Array.ForEach(arguments, command.Add);
        Array.ForEach(options, command.Add);
        command.SetAction(async (parsed, token) =>
        {
            await using ConsoleSession session = new(ConsoleSession.ReadConfiguration());
            (JsonNode json, Action<TextReport> text) = await run(session, parsed, token);
            if (parsed.GetValue(Json))
            {
                await output.WriteLineAsync(JsonReports.Write(json));
            }
            else
            {
                text(new TextReport(output));
            }

            return 0;
        });
        return command;
    }
}
