using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Confluence.Internal;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.OAuth;

namespace Navo.Integrations.Confluence.Tests.Client;

/// <summary>What OAuth needs to be configured, and where its secrets may come from.</summary>
public sealed class OAuthOptionsTests
{
    private const string Root = "Navo:Integrations:Confluence";

    [Theory]
    [InlineData("ClientId", "OAuth:ClientId is missing")]
    [InlineData("ClientSecret", "OAuth:ClientSecret is missing")]
    [InlineData("TokenUrl", "OAuth:TokenUrl is missing")]
    [InlineData("http", "OAuth:TokenUrl must use https")]
    [InlineData("RefreshAhead", "OAuth:RefreshAhead must be zero to one hour")]
    [InlineData("Grant", "OAuth:Grant must be RefreshToken or ClientCredentials")]
    [InlineData("store", "OAuth:RefreshToken is replaced with each use")]
    [InlineData("both grants", "OAuth:RefreshToken does not go with the grant ClientCredentials")]
    [InlineData("ApiToken", "OAuth is configured beside Username, ApiToken or UseCredentials")]
    [InlineData("Username", "OAuth is configured beside Username, ApiToken or UseCredentials")]
    [InlineData("callback", "OAuth is configured beside Username, ApiToken or UseCredentials")]
    [InlineData("Data Center", "OAuth is for Cloud")]
    [InlineData("UseGateway", "UseGateway must not be false")]
    public void Row007_An_OAuth_client_that_cannot_work_is_refused_with_the_key_to_mend(string flaw, string complaint)
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Options(o => Spoil(o, flaw), withStore: flaw != "store"));

        Assert.Contains(refusal.Failures, failure => failure.Contains($"Navo:Integrations:confluence:{complaint}", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Row007_OAuth_goes_through_the_gateway_and_nowhere_else()
    {
        ConfluenceEndpoint endpoint = ConfluenceEndpoint.From(Options(static _ => { }));

        Assert.Equal("https://api.atlassian.com/ex/confluence/", Assert.Single(endpoint.AllowedOrigins).AbsoluteUri);
    }

    [Fact]
    public void Row007_The_source_documents_spelling_binds()
    {
        ServiceCollection services = new();
        services.AddKeyedSingleton<IOAuthTokenStore>("confluence", new MemoryTokenStore());
        services.AddNavoIntegrations().AddConfluence(Configuration(new Dictionary<string, string>
        {
            ["integrations:confluence:base_url"] = "https://acme.atlassian.net",
            ["integrations:confluence:oauth:client_id"] = "id",
            ["integrations:confluence:oauth:client_secret"] = "secret",
            ["integrations:confluence:oauth:refresh_ahead"] = "60",
            ["integrations:confluence:oauth:grant"] = "refresh_token",
        }));
        using ServiceProvider provider = services.BuildServiceProvider();

        OAuthOptions oauth = provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().CurrentValue.OAuth;

        Assert.Equal(("id", "secret", OAuthGrant.RefreshToken, TimeSpan.FromMinutes(1)), (oauth.ClientId, oauth.ClientSecret, oauth.Grant, oauth.RefreshAhead));
        Assert.Equal("https://auth.atlassian.com/oauth/token", oauth.TokenUrl?.AbsoluteUri);
    }

    [Fact]
    public void Row007_A_store_is_taken_from_the_container_under_the_name_of_its_instance_only()
    {
        ServiceCollection services = new();
        services.AddKeyedSingleton<IOAuthTokenStore>("confluence:legal", new MemoryTokenStore());
        services.AddNavoIntegrations().AddConfluence(Configure).AddConfluence("legal", Configure);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredKeyedService<IConfluenceClient>("legal"));
        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IConfluenceClient>);
    }

    [Fact]
    public void Row007_An_instance_with_an_address_or_token_endpoint_of_its_own_inherits_no_secret()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(Configuration(new Dictionary<string, string>
        {
            [$"{Root}:BaseUrl"] = "https://acme.atlassian.net",
            [$"{Root}:OAuth:Grant"] = "ClientCredentials",
            [$"{Root}:OAuth:ClientId"] = "id",
            [$"{Root}:OAuth:ClientSecret"] = "canary",
            [$"{Root}:Instances:other:OAuth:TokenUrl"] = "https://auth.example.test/token",
        }));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().Get("other"));

        Assert.Contains("ApiToken is missing", refusal.Message, StringComparison.Ordinal);
    }

    private static void Spoil(ConfluenceOptions options, string flaw)
    {
        Dictionary<string, Action> flaws = new()
        {
            ["ClientId"] = () => options.OAuth.ClientId = null,
            ["ClientSecret"] = () => options.OAuth.ClientSecret = null,
            ["TokenUrl"] = () => options.OAuth.TokenUrl = null,
            ["http"] = () => options.OAuth.TokenUrl = new("http://auth.atlassian.com/oauth/token"),
            ["RefreshAhead"] = () => options.OAuth.RefreshAhead = TimeSpan.FromHours(2),
            ["Grant"] = () => options.OAuth.Grant = (OAuthGrant)7,
            ["store"] = static () => { },
            ["both grants"] = () => options.OAuth.Grant = OAuthGrant.ClientCredentials,
            ["ApiToken"] = () => options.ApiToken = "canary-token",
            ["Username"] = () => options.Username = "me",
            ["callback"] = () => options.UseCredentials(static _ => ValueTask.FromResult(RequestCredential.Bearer("canary"))),
            ["Data Center"] = () => options.BaseUrl = new("https://wiki.example.test"),
            ["UseGateway"] = () => options.UseGateway = false,
        };
        flaws[flaw]();
    }

    private static void Configure(ConfluenceOptions options)
    {
        options.BaseUrl = new("https://acme.atlassian.net");
        (options.OAuth.ClientId, options.OAuth.ClientSecret, options.OAuth.RefreshToken) = ("id", "canary-secret", "canary-refresh");
    }

    private static ConfluenceOptions Options(Action<ConfluenceOptions> configure, bool withStore = true)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(o =>
        {
            Configure(o);
            if (withStore)
            {
                o.UseOAuthTokenStore(new MemoryTokenStore());
            }

            configure(o);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().CurrentValue;
    }

    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))).Build();
}
