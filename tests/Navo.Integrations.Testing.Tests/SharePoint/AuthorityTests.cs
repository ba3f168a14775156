using System.Text;
using System.Text.Json;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.Testing.Tests.SharePoint;

public sealed class AuthorityTests
{
    private const string OnBehalfOf = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    [Fact]
    public async Task A_token_of_the_application_opens_Graph_for_an_hour()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        JsonElement granted = (await AskAsync(world)).Body;
        world.UseToken(granted.GetProperty("access_token").GetString());

        Assert.Equal(3600, granted.GetProperty("expires_in").GetInt32());
        Assert.Equal(200, (await world.SendAsync("sites/root")).Status);
        world.Time.Advance(TimeSpan.FromSeconds(3600));
        Assert.Equal("InvalidAuthenticationToken", (await world.SendAsync("sites/root")).ErrorCode);
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client", 7000215)]
    [InlineData("client_id", "wrong", 400, "unauthorized_client", 700016)]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type", 70003)]
    [InlineData("scope", null, 400, "invalid_request", 900144)]
    public async Task The_authority_refuses_in_the_form_of_Entra(string name, string? value, int status, string error, int code)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphReply reply = await AskAsync(world, (name, value));

        Assert.Equal(status, reply.Status);
        Assert.Equal(error, reply.Body.GetProperty("error").GetString());
        Assert.Equal(code, Assert.Single(reply.Body.GetProperty("error_codes").EnumerateArray()).GetInt32());
        Assert.StartsWith($"AADSTS{code}: ", reply.Body.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_replaced_by_an_assertion_of_the_client()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        Assert.Equal(200, (await AskAsync(world, ("client_secret", null), ("client_assertion", "signed"))).Status);
    }

    [Fact]
    public async Task The_token_with_which_a_user_calls_is_exchanged_for_one_of_that_user()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        string assertion = world.Simulator.AssertionOf(GraphTenant.Person("ben"));
        GraphReply reply = await AskAsync(world, ("grant_type", OnBehalfOf), ("assertion", assertion), ("requested_token_use", "on_behalf_of"));
        world.UseToken(reply.Body.GetProperty("access_token").GetString());

        Assert.Equal("Ben", (await world.GetAsync("me")).GetProperty("displayName").GetString());
    }

    [Theory]
    [InlineData("ben", null, "invalid_request")]
    [InlineData("old", "on_behalf_of", "invalid_grant")]
    public async Task An_exchange_needs_its_use_and_an_account_that_is_enabled(string user, string? use, string error)
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        GraphReply reply = await AskAsync(world, ("grant_type", OnBehalfOf), ("assertion", world.Simulator.AssertionOf(GraphTenant.Person(user))), ("requested_token_use", use));
        Assert.Equal(error, reply.Body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_claims_challenge_is_lifted_by_a_token_that_was_asked_for_with_the_claims()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        world.Simulator.DemandsClaims = true;
        GraphReply challenged = await world.SendAsync("sites/root");
        string header = challenged.Headers["WWW-Authenticate"];
        string claims = Encoding.UTF8.GetString(Convert.FromBase64String(header.Split("claims=\"")[1].TrimEnd('"')));
        world.UseToken((await AskAsync(world, ("claims", claims))).Body.GetProperty("access_token").GetString());

        Assert.Equal(401, challenged.Status);
        Assert.Contains("error=\"insufficient_claims\"", header, StringComparison.Ordinal);
        Assert.Equal(200, (await world.SendAsync("sites/root")).Status);
    }

    [Fact]
    public async Task The_documents_that_client_libraries_ask_for_lead_to_the_token_endpoint()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        world.UseToken(null);
        JsonElement discovery = await world.GetAsync(new Uri(world.Simulator.AuthorityUrl, "common/discovery/instance?api-version=1.1").AbsoluteUri);
        JsonElement configuration = await world.GetAsync(discovery.GetProperty("tenant_discovery_endpoint").GetString()!);

        Assert.Equal(TokenUrl(world).AbsoluteUri, configuration.GetProperty("token_endpoint").GetString());
    }

    [Fact]
    public async Task T08_What_is_sent_to_the_authority_is_recorded_without_its_secrets()
    {
        await using GraphWorld world = await GraphWorld.StartAsync();
        await AskAsync(world);
        RecordedRequest recorded = Assert.Single(world.Simulator.Requests);

        Assert.Equal("grant_type=client_credentials", recorded.Body);
        Assert.DoesNotContain(world.Simulator.ClientSecret, recorded.ToString(), StringComparison.Ordinal);
    }

    private static Uri TokenUrl(GraphWorld world) => new(world.Simulator.AuthorityUrl, $"{world.Simulator.TenantId}/oauth2/v2.0/token");

    private static Task<GraphReply> AskAsync(GraphWorld world, params (string Name, string? Value)[] changes)
    {
        Dictionary<string, string?> form = new()
        {
            ["client_id"] = world.Simulator.ClientId,
            ["client_secret"] = world.Simulator.ClientSecret,
            ["grant_type"] = "client_credentials",
            ["scope"] = "https://graph.microsoft.com/.default",
        };
        foreach ((string name, string? value) in changes)
        {
            form[name] = value;
        }

        return world.PostFormAsync(TokenUrl(world), [.. form.Where(f => f.Value is not null).Select(f => (f.Key, f.Value!))]);
    }
}
