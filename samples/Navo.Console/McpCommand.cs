using System.CommandLine;
using ModelContextProtocol.Server;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.OpenAi;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Console;

/// <summary>Serves the tools of the Model Context Protocol over standard input and output, for one reader. Nothing else may be written there.</summary>
internal static class McpCommand
{
    private static readonly Option<string> Reader = new("--reader", "--as") { Description = "Whose rights count: scheme:value, an e-mail address, or an id of the kind of the only source; in the demo ada or ben", Required = true };
    private static readonly Option<bool> IsDemo = new("--demo") { Description = "Serves simulated sources; no credentials needed" };

    public static Command CreateCommand()
    {
        Command command = new("mcp", "Serves search, get, explain and ask to a client of the Model Context Protocol over standard input and output") { Reader, IsDemo };
        command.SetAction(async (parsed, token) =>
        {
            string reader = parsed.GetValue(Reader)!;
            await (parsed.GetValue(IsDemo) ? DemoAsync(reader, token) : ConfiguredAsync(reader, token));
            return 0;
        });
        return command;
    }

    private static async Task ConfiguredAsync(string reader, CancellationToken token)
    {
        await using ConsoleSession session = new(ConsoleSession.ReadConfiguration());
        await ServeAsync(session, session.Reader(reader, session.Searchable is [IIntegration only] ? only : null), token);
    }

    private static async Task DemoAsync(string reader, CancellationToken token)
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: token);
        await using GraphSimulator graph = await GraphSimulator.StartAsync(cancellationToken: token);
        await using OpenAiSimulator openAi = await OpenAiSimulator.StartAsync(cancellationToken: token);
        await using ConsoleSession session = new(Demo.Configuration(confluence, graph, openAi, []), Demo.People(confluence));
        string account = reader is "ada" or "ben" ? confluence.Account(reader).AccountId : throw new ConfigurationException("The demo knows two readers.") { Remedy = "Pass --reader ada or --reader ben." };
        await ServeAsync(session, session.Reader(account, session.Source("confluence")), token);
    }

    private static async Task ServeAsync(ConsoleSession session, AccessContext reader, CancellationToken token)
    {
        if (reader.IsService)
        {
            throw new ConfigurationException("The tools are for a person, not for the service itself.") { Remedy = "Name one with --reader." };
        }

        await using StdioServerTransport transport = new("navo");
        await using McpServer server = session.Tools(transport, reader);
        await server.RunAsync(token);
    }
}
