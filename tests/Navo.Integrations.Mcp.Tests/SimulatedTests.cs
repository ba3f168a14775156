using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Mcp.Tests;

/// <summary>The tools over a Confluence on loopback.</summary>
public sealed class SimulatedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_readers_of_one_Confluence_get_their_own_through_every_tool()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        await using McpHarness ada = await StartAsync(confluence, "ada");
        await using McpHarness ben = await StartAsync(confluence, "ben");

        JsonElement hit = (await ada.ResultAsync("search", ("query", "nightly run"))).GetProperty("hits").EnumerateArray().First(h => h.GetProperty("title").GetString()!.StartsWith("Post-mortem", StringComparison.Ordinal));
        (string, object?)[] item = [("source", hit.GetProperty("source").GetString()), ("id", hit.GetProperty("id").GetString())];
        JsonElement page = await ada.ResultAsync("get", item);
        JsonElement explained = await ada.ResultAsync("explain", item);
        CallToolResult bens = await ben.CallAsync("search", ("query", "nightly run"));

        Assert.Contains("412", page.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(confluence.BaseUrl.AbsoluteUri, page.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.True(explained.GetProperty("isVisible").GetBoolean());
        Assert.Contains("ancestor", explained.GetProperty("conditions").EnumerateArray().Select(c => c.GetProperty("imposedBy").GetString()));
        Assert.All(explained.GetProperty("conditions").EnumerateArray(), c => Assert.NotEqual(0, c.GetProperty("metAs").GetArrayLength()));
        Assert.DoesNotContain("Post-mortem", McpHarness.Text(bens) + bens.StructuredContent, StringComparison.Ordinal);
        Assert.Contains("no such item", await ben.ErrorAsync("get", item), StringComparison.Ordinal);
        Assert.False((await ben.ResultAsync("explain", item)).GetProperty("isVisible").GetBoolean());
    }

    [Fact]
    public async Task No_result_holds_a_credential_whatever_fails()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        await using McpHarness server = await StartAsync(confluence, "ada");
        List<string> results = [];
        foreach (int status in new[] { 200, 401, 403, 404, 500 })
        {
            if (status != 200)
            {
                confluence.Faults.Add("/", Fault.Status(status), times: 1000);
            }

            results.Add(Everything(await server.CallAsync("search", ("query", $"nightly run {status}"))));
            results.Add(Everything(await server.CallAsync("get", ("source", "confluence"), ("id", $"10{status}"))));
            results.Add(Everything(await server.CallAsync("explain", ("source", "confluence"), ("id", $"10{status}"))));
            results.Add(Everything(await server.CallAsync("ask", ("question", $"What happens to invoices {status}?"))));
            confluence.Faults.Clear();
        }

        Assert.Equal(20, results.Count);
        Assert.All(results, result =>
        {
            Assert.DoesNotContain(confluence.ApiToken, result, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{confluence.Username}:{confluence.ApiToken}")), result, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result, StringComparison.Ordinal);
        });
    }

    private static Task<McpHarness> StartAsync(ConfluenceSimulator confluence, string reader) => McpHarness.StartAsync(
        services => services.AddNavoIntegrations().AddKnowledgeAssistant().AddConfluence(options =>
        {
            options.BaseUrl = confluence.BaseUrl;
            options.Deployment = ConfluenceDeployment.Cloud;
            options.Username = confluence.Username;
            options.ApiToken = confluence.ApiToken;
            options.Http.MaxRetryAttempts = 0;
        }),
        options => options.Reader = AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, confluence.Account(reader).AccountId)));

    private static string Everything(CallToolResult result) => McpHarness.Text(result) + result.StructuredContent;
}
