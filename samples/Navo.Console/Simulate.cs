using System.CommandLine;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.OpenAi;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Console;

/// <summary>Runs the simulators on fixed ports, so that any client can be pointed at them.</summary>
internal static class Simulate
{
    public static Command CreateCommand(TextWriter output)
    {
        Option<int> cloudPort = new("--cloud-port") { Description = "The port of the simulated Cloud", DefaultValueFactory = _ => 5080 };
        Option<int> dataCenterPort = new("--datacenter-port") { Description = "The port of the simulated Data Center", DefaultValueFactory = _ => 5081 };
        Option<int> graphPort = new("--graph-port") { Description = "The port of the simulated Microsoft Graph", DefaultValueFactory = _ => 5082 };
        Option<int> openAiPort = new("--openai-port") { Description = "The port of the simulated OpenAI", DefaultValueFactory = _ => 5083 };
        Command command = new("simulate", "Runs a simulated Confluence Cloud, Data Center, Microsoft Graph and OpenAI until Ctrl+C") { cloudPort, dataCenterPort, graphPort, openAiPort };
        command.SetAction(async (parsed, token) =>
        {
            try
            {
                await using ConfluenceSimulator cloud = await StartAsync(ConfluenceEdition.Cloud, parsed.GetValue(cloudPort), token);
                await using ConfluenceSimulator dataCenter = await StartAsync(ConfluenceEdition.DataCenter, parsed.GetValue(dataCenterPort), token);
                await using GraphSimulator graph = await GraphSimulator.StartAsync(new() { Port = parsed.GetValue(graphPort) }, token);
                await using OpenAiSimulator openAi = await OpenAiSimulator.StartAsync(new() { Port = parsed.GetValue(openAiPort) }, token);
                await DescribeAsync(output, "Confluence Cloud", cloud, "Cloud", withUsername: true);
                await DescribeAsync(output, "Confluence Data Center", dataCenter, "DataCenter", withUsername: false);
                await DescribeAsync(output, graph);
                await DescribeAsync(output, openAi);
                await output.WriteLineAsync("Running; Ctrl+C ends it. Try another terminal with the lines above, then: search \"on-call\" or: ask \"Who is on call?\"");
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return 0;
            }
            catch (IOException taken)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"A port can't be used: {taken.Message} Choose others with --cloud-port, --datacenter-port, --graph-port and --openai-port.");
                return 1;
            }
        });
        return command;
    }

    private static Task<ConfluenceSimulator> StartAsync(ConfluenceEdition edition, int port, CancellationToken token) =>
        ConfluenceSimulator.StartAsync(new ConfluenceSimulatorOptions { Edition = edition, Port = port }, token);

    private static async Task DescribeAsync(TextWriter output, string title, ConfluenceSimulator simulator, string deployment, bool withUsername)
    {
        await output.WriteLineAsync($"{title} at {simulator.BaseUrl}");
        foreach (SimulatorAccount account in simulator.Accounts)
        {
            await output.WriteLineAsync($"  {account.DisplayName}: id {account.AccountId}, user {account.Username}, token {account.ApiToken}");
        }

        if (!withUsername)
        {
            await output.WriteLineAsync("  unset Navo__Integrations__Confluence__Username"); // with a user name, the token would be taken for a password
        }

        await output.WriteLineAsync($"  export Navo__Integrations__Confluence__BaseUrl={simulator.BaseUrl} Navo__Integrations__Confluence__Deployment={deployment}");
        await output.WriteLineAsync($"  export Navo__Integrations__Confluence__ApiToken={simulator.ApiToken}{(withUsername ? $" Navo__Integrations__Confluence__Username={simulator.Username}" : string.Empty)}");
        await output.WriteLineAsync();
    }

    private static async Task DescribeAsync(TextWriter output, GraphSimulator graph)
    {
        await output.WriteLineAsync($"Microsoft Graph at {graph.GraphUrl}");
        foreach (var user in graph.Tenant.Users.Values.OrderBy(user => user.UserPrincipalName, StringComparer.Ordinal))
        {
            await output.WriteLineAsync($"  {user.DisplayName}: id {user.Id}, name {user.UserPrincipalName}{(user.IsGuest ? ", guest" : string.Empty)}{(user.IsEnabled ? string.Empty : ", disabled")}");
        }

        foreach ((string key, string? value) in SharePointDemo.Settings(graph))
        {
            await output.WriteLineAsync($"  export {key.Replace(":", "__", StringComparison.Ordinal)}={value}");
        }

        await output.WriteLineAsync();
    }

    private static async Task DescribeAsync(TextWriter output, OpenAiSimulator openAi)
    {
        await output.WriteLineAsync($"OpenAI at {openAi.BaseUrl}");
        await output.WriteLineAsync($"  models: {string.Join(", ", openAi.Organization.Models.Select(model => model.Id))}");
        foreach ((string key, string? value) in EnterpriseGptDemo.Settings(openAi))
        {
            await output.WriteLineAsync($"  export {key.Replace(":", "__", StringComparison.Ordinal)}={value}");
        }

        await output.WriteLineAsync();
    }
}
