using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Client;

/// <summary>Which credential goes to which address, and what happens when it changes.</summary>
public sealed class ConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row006_a_scoped_token_goes_to_the_gateway_whose_cloud_id_is_asked_once_without_it()
    {
        await using ConfluenceHost host = new(o => (o.Username, o.UseGateway) = (null, true));
        List<string> seen = [];
        host.Wire.When("https://acme.atlassian.net/_edge/tenant_info").With(r => Note(r, seen)).Respond("application/json", """{"cloudId":"cloud-1"}""");
        host.Wire.When("https://api.atlassian.com/*").With(r => Note(r, seen)).Respond("application/json", """{"results":[],"totalSize":0}""");

        await host.Client.SearchAsync(new("one"), AccessContext.Service, Token);
        await host.Client.SearchAsync(new("two"), AccessContext.Service, Token);

        Assert.Equal(
            ["acme.atlassian.net/_edge/tenant_info ", "api.atlassian.com/ex/confluence/cloud-1/wiki/rest/api/search Bearer canary-token", "api.atlassian.com/ex/confluence/cloud-1/wiki/rest/api/search Bearer canary-token"],
            seen);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>Sign in</html>")]
    public async Task Row006_a_site_that_does_not_tell_its_cloud_id_is_named_with_what_to_set(string answer)
    {
        await using ConfluenceHost host = new(o => (o.Username, o.UseGateway) = (null, true));
        host.Wire.When("https://acme.atlassian.net/_edge/tenant_info").Respond("application/json", answer);

        ProtocolException failure = await Assert.ThrowsAsync<ProtocolException>(() => host.Client.SearchAsync(new("one"), AccessContext.Service, Token));

        Assert.Contains("CloudId", failure.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Bearer canary-token")]
    [InlineData("ada", "Basic YWRhOmNhbmFyeS10b2tlbg==")]
    public async Task Row008_data_center_takes_a_personal_access_token_as_bearer_or_a_name_with_a_password(string? username, string expected)
    {
        await using ConfluenceHost host = new(o => o.Username = username, isDataCenter: true);
        List<string> seen = [];
        host.Wire.When(host.Absolute("/rest/api/search")).With(r => Note(r, seen)).Respond("application/json", """{"results":[],"totalSize":0}""");

        await host.Client.SearchAsync(new("one"), AccessContext.Service, Token);

        Assert.Equal([$"wiki.example.test/confluence/rest/api/search {expected}"], seen);
    }

    [Fact]
    public async Task Row013_a_token_that_was_rotated_is_read_anew_on_a_401_and_the_call_goes_on()
    {
        string vault = "old";
        int reads = 0;
        await using ConfluenceHost host = new(o => o.UseCredentials(_ =>
        {
            reads++;
            return ValueTask.FromResult(RequestCredential.Bearer(vault));
        }), isDataCenter: true);
        host.Wire.When(host.Absolute("/rest/api/search")).With(r => r.Headers.Authorization?.Parameter == "old").Respond(_ =>
        {
            vault = "new";
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        });
        host.Wire.When(host.Absolute("/rest/api/search")).With(r => r.Headers.Authorization?.Parameter == "new").Respond("application/json", """{"results":[],"totalSize":0}""");

        SearchPage page = await host.Client.SearchAsync(new("one"), AccessContext.Service, Token);

        Assert.Empty(page.Hits);
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task Row013_a_configuration_that_changes_takes_effect_and_a_bad_one_leaves_the_last_good_one_in_force()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Navo:Integrations:Confluence:BaseUrl"] = "https://wiki.example.test/confluence",
            ["Navo:Integrations:Confluence:ApiToken"] = "first",
            ["Navo:Integrations:Confluence:Cache:Enabled"] = "false",
        }).Build();
        using MockHttpMessageHandler wire = new();
        List<string> seen = [];
        wire.When("https://wiki.example.test/confluence/rest/api/user/current").Respond("application/json", """{"type":"known"}""");
        wire.When("*").With(r => Note(r, seen)).Respond("application/json", """{"results":[],"totalSize":0}""");
        ServiceCollection collection = new();
        collection.AddNavoIntegrations().AddConfluence(configuration);
        collection.AddHttpClient("navo:confluence").ConfigurePrimaryHttpMessageHandler(() => wire);
        await using ServiceProvider services = collection.BuildServiceProvider();
        IConfluenceClient client = services.GetRequiredService<IConfluenceClient>();

        await client.SearchAsync(new("one"), AccessContext.Service, Token);
        configuration["Navo:Integrations:Confluence:ApiToken"] = "second";
        configuration.Reload();
        await client.SearchAsync(new("two"), AccessContext.Service, Token);
        configuration["Navo:Integrations:Confluence:MaxResults"] = "100000";
        Assert.ThrowsAny<Exception>(configuration.Reload);
        await client.SearchAsync(new("three"), AccessContext.Service, Token);
        configuration["Navo:Integrations:Confluence:MaxResults"] = "20";
        configuration["Navo:Integrations:Confluence:ApiToken"] = "third";
        configuration.Reload();
        await client.SearchAsync(new("four"), AccessContext.Service, Token);

        Assert.Equal(["first", "second", "second", "third"], seen.Select(line => line.Split(' ')[^1]));
    }

    [Fact]
    public async Task A_refresh_forgets_what_was_read_with_the_old_credentials()
    {
        await using ConfluenceHost host = new(o => o.Cache.Enabled = true, isDataCenter: true);
        List<string> seen = [];
        host.Wire.When(host.Absolute("/rest/api/search")).With(r => Note(r, seen)).Respond("application/json", """{"results":[],"totalSize":0}""");

        await host.Client.SearchAsync(new("one"), AccessContext.Service, Token);
        await host.Client.SearchAsync(new("one"), AccessContext.Service, Token);
        await host.Client.RefreshCredentialsAsync(Token);
        await host.Client.SearchAsync(new("one"), AccessContext.Service, Token);

        Assert.Equal(2, seen.Count);
    }

    private static bool Note(HttpRequestMessage request, List<string> seen)
    {
        seen.Add($"{request.RequestUri!.Host}{request.RequestUri.AbsolutePath} {request.Headers.Authorization}");
        return true;
    }
}
