using System.Text;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>Whatever the server does, even when it repeats the secret to us, nothing that leaves the integration holds it.</summary>
public sealed class CanaryTests
{
    private const string Words = "quetzalcanary";

    private static readonly string[] Names =
    [
        "none", "echo-400", "echo-401", "echo-403", "echo-404", "echo-429", "echo-500", "echo-503", "echo-html", "echo-200", "echo-text", "redirect",
        "login", "reset", "cut", "truncated", "empty", "garbage", "bomb",
    ];

    public static MatrixTheoryData<ConfluenceEdition, string> Faults { get; } =
        new([ConfluenceEdition.Cloud, ConfluenceEdition.CloudGateway, ConfluenceEdition.DataCenter], Names);

    private const string AccessToken = "simulated-access-1";

    /// <summary>A server repeats what it was sent. After a 401 that is another access token than the one that is repeated here.</summary>
    public static TheoryData<string, string> TokenFaults { get; } =
        [.. Names.Select(name => ("/oauth/token", name)), .. Names.Where(name => name != "echo-401").Select(name => ("/ex/confluence", name))];

    [Theory, MemberData(nameof(Faults))]
    public async Task T08_No_secret_leaves_whatever_the_server_answers(ConfluenceEdition edition, string fault)
    {
        FakeTimeProvider clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, clock, o => o.Http.MaxRetryAttempts = 1);
        string[] secrets = SecretsOf(confluence);
        if (FaultOf(fault, string.Join(' ', secrets)) is { } given)
        {
            confluence.Simulator.Faults.Add(string.Empty, given, times: int.MaxValue);
        }

        List<object> seen = await AllCallsAsync(confluence, clock);
        string logged = confluence.Output.Text;
        string left = string.Join('\n', seen) + logged;

        Assert.All(secrets, secret => Assert.False(left.Contains(secret, StringComparison.OrdinalIgnoreCase), "A secret leaked."));
        Assert.False(logged.Contains(Words, StringComparison.OrdinalIgnoreCase), "The text of a query leaked.");
    }

    [Theory, MemberData(nameof(TokenFaults))]
    public async Task Row007_No_secret_of_OAuth_leaves_whatever_the_token_endpoint_answers(string path, string fault)
    {
        FakeTimeProvider clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedConfluence confluence = await OAuthSetup.StartAsync(clock, new MemoryTokenStore(), configure: o => o.Http.MaxRetryAttempts = 1);
        SimulatedOAuth client = confluence.Simulator.OAuth;
        string sent = path == OAuthSetup.TokenPath ? $"{client.ClientSecret} {client.RefreshToken} simulated-refresh-1" : AccessToken;
        if (FaultOf(fault, sent) is { } given)
        {
            confluence.Simulator.Faults.Add(path, given, times: int.MaxValue);
        }

        string left = string.Join('\n', await AllCallsAsync(confluence, clock)) + confluence.Output.Text;

        Assert.All([client.ClientSecret, "simulated-refresh-", "simulated-access-"], secret => Assert.False(left.Contains(secret, StringComparison.OrdinalIgnoreCase), "A secret leaked."));
        Assert.DoesNotContain(confluence.Simulator.Requests, request => $"{request.PathAndQuery} {request.Body}".Contains("simulated-", StringComparison.Ordinal));
    }

    private static async Task<List<object>> AllCallsAsync(SimulatedConfluence confluence, FakeTimeProvider clock)
    {
        IConfluenceClient client = confluence.Client;
        ContentId id = confluence.IdOf("Deployment process");
        AccessContext reader = confluence.Reader("ada");
        Func<Task<object>>[] calls =
        [
            async () => await client.SearchAsync(new(Words), AccessContext.Service),
            async () => await client.SearchAsync(new(Words), reader),
            async () => await client.SearchContentAsync(new($"text ~ \"{Words}\" AND"), AccessContext.Service),
            async () => (await client.GetContentAsync(id, AccessContext.Service)).Losses.Count,
            async () => (await client.GetPageContentAsync(id, reader)).ToString(),
            async () => await client.GetMetadataAsync(id, reader),
            async () => await client.CheckPermissionsAsync(id, reader),
            async () => { IntegrationHealth health = await client.CheckHealthAsync(); return $"{health} {string.Join(' ', health.Features)}"; },
            async () => { await client.RefreshCredentialsAsync(); return "refreshed"; },
        ];
        List<object> seen = [];
        foreach (Func<Task<object>> call in calls)
        {
            seen.Add(await EndAsync(call(), clock));
        }

        return seen;
    }

    /// <summary>The answer or the failure with all that it carries, on a clock that goes on.</summary>
    private static async Task<object> EndAsync(Task<object> call, FakeTimeProvider clock)
    {
        await DrivenClock.FinishAsync(clock, call, TimeSpan.FromMilliseconds(200));
        Exception? failure = await Record.ExceptionAsync(() => call);
        return failure is null ? await call : $"{failure} {string.Join(' ', failure.Data.Values.Cast<object?>())} {(failure as IntegrationException)?.Remedy}";
    }

    private static string[] SecretsOf(SimulatedConfluence confluence) => confluence.Edition == ConfluenceEdition.DataCenter
        ? [confluence.Simulator.ApiToken]
        : [confluence.Simulator.ApiToken, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{confluence.Simulator.Username}:{confluence.Simulator.ApiToken}"))];

    private static Fault? FaultOf(string name, string secrets)
    {
        string json = $$"""{"message":"rejected {{secrets}}","reason":"{{secrets}}","errors":[{"title":"{{secrets}}","code":"{{secrets}}"}]}""";
        return name switch
        {
            "none" => null,
            "echo-html" => Fault.Status(502, $"<html><body title='{secrets}'>Bad gateway {secrets}</body></html>", "text/html"),
            "echo-200" => Fault.Status(200, json),
            "echo-text" => Fault.Status(200, secrets, "text/plain"),
            "redirect" => Fault.Redirect(new($"http://127.0.0.2:9/next?token={Uri.EscapeDataString(secrets)}")),
            "login" => Fault.LoginPage(),
            "reset" => Fault.ConnectionReset(),
            "cut" => Fault.CutBody(20),
            "truncated" => Fault.TruncatedJson(),
            "empty" => Fault.EmptyBody(),
            "garbage" => Fault.Status(200, $"[\"{secrets}\""),
            "bomb" => Fault.GzipBomb(64),
            _ => Fault.Status(int.Parse(name.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture), json),
        };
    }
}
