using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal;

namespace Navo.Integrations.Confluence.Tests.Client;

public sealed class ConfluenceOptionsTests
{
    [Theory]
    [InlineData("https://acme.atlassian.net", null, "me", true, "https://acme.atlassian.net/", null)]
    [InlineData("https://acme.atlassian.net/wiki/", null, "me", true, "https://acme.atlassian.net/", null)]
    [InlineData("https://acme.atlassian.net", true, "me", true, "https://acme.atlassian.net/", "https://api.atlassian.com/ex/confluence/")]
    [InlineData("https://acme.atlassian.net", null, null, true, "https://acme.atlassian.net/", "https://api.atlassian.com/ex/confluence/")]
    [InlineData("https://api.atlassian.com/ex/confluence/abc-1", null, null, true, "https://api.atlassian.com/ex/confluence/abc-1", null)]
    [InlineData("https://wiki.example.test/confluence/", null, null, false, "https://wiki.example.test/confluence", null)]
    [InlineData("https://atlassian.net.example.test", null, null, false, "https://atlassian.net.example.test/", null)]
    public void Row006_the_address_tells_the_edition_and_the_token_the_way(string address, bool? useGateway, string? username, bool isCloud, string apiBase, string? discover)
    {
        ConfluenceEndpoint endpoint = ConfluenceEndpoint.From(new() { BaseUrl = new(address), UseGateway = useGateway, Username = username, ApiToken = "t" });
        Assert.Equal((isCloud, apiBase, discover), (endpoint.IsCloud, endpoint.ApiBase.AbsoluteUri, endpoint.GatewayToDiscover?.AbsoluteUri));
        Assert.Equal(discover is null ? apiBase : discover, Assert.Single(endpoint.AllowedOrigins).AbsoluteUri);
    }

    [Fact]
    public void Row006_a_known_cloud_id_needs_no_question()
    {
        ConfluenceEndpoint endpoint = ConfluenceEndpoint.From(new() { BaseUrl = new("https://acme.atlassian.net"), CloudId = "abc-1", ApiToken = "t" });
        Assert.Equal("https://api.atlassian.com/ex/confluence/abc-1", endpoint.ApiBase.AbsoluteUri);
        Assert.Equal(("https://acme.atlassian.net/", false), (endpoint.SiteAddress.AbsoluteUri, endpoint.IsSiteUnknown));
    }

    [Theory]
    [InlineData("http://acme.atlassian.net", "BaseUrl must use https")]
    [InlineData("ftp://acme.atlassian.net", "BaseUrl must be an absolute https address")]
    [InlineData("https://me:secret-canary@acme.atlassian.net", "BaseUrl must not hold a user name or password")]
    [InlineData("https://acme.atlassian.net/?a=b", "BaseUrl must end with the path")]
    public void T15_an_unsafe_address_is_refused_with_the_key_to_mend(string address, string complaint)
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Options(o => o.BaseUrl = new(address)));
        Assert.Contains(refusal.Failures, f => f.Contains($"Navo:Integrations:confluence:{complaint}", StringComparison.Ordinal));
        Assert.DoesNotContain("secret-canary", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:5080/confluence")]
    [InlineData("http://[::1]:5080")]
    public void T15_plain_http_is_for_loopback_only(string address) => Assert.NotNull(Options(o => o.BaseUrl = new(address)).BaseUrl);

    [Fact]
    public void Row003_everything_wrong_is_said_at_once()
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Options(o =>
        {
            o.ApiToken = null;
            o.MaxResults = 0;
            o.Timeout = TimeSpan.Zero;
            o.FreshnessThreshold = TimeSpan.FromDays(-1);
            o.Cache.Permission.StaleFor = TimeSpan.FromMinutes(1);
            o.Http.AttemptTimeout = TimeSpan.Zero;
        }));
        foreach (string key in new[] { "ApiToken", "MaxResults", "Timeout", "FreshnessThreshold", "Cache:Permission:StaleFor", "Http:AttemptTimeout" })
        {
            Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Row003_the_source_documents_keys_bind_unchanged_and_mean_what_it_says()
    {
        ConfluenceOptions options = Bound(new()
        {
            ["integrations:confluence:base_url"] = "https://acme.atlassian.net",
            ["integrations:confluence:username"] = "navo@example.test",
            ["integrations:confluence:api_token"] = "t",
            ["integrations:confluence:spaces:0"] = "ENG",
            ["integrations:confluence:spaces:1"] = "DOCS",
            ["integrations:confluence:max_results"] = "20",
            ["integrations:confluence:include_attachments"] = "false",
            ["integrations:confluence:track_freshness"] = "true",
            ["integrations:confluence:freshness_threshold"] = "90",
            ["integrations:confluence:timeout"] = "30",
            ["integrations:confluence:cache_ttl"] = "3600",
        });
        Assert.Equal(TimeSpan.FromDays(90), options.FreshnessThreshold);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(TimeSpan.FromHours(1), options.Cache.Response.Lifetime);
        Assert.Equal(TimeSpan.FromMinutes(1), options.Cache.Permission.Lifetime);
        Assert.Equal((20, false, true), (options.MaxResults, options.IncludeAttachments, options.TrackFreshness));
        Assert.Equal(["ENG", "DOCS"], options.Spaces);
    }

    [Fact]
    public void Row003_code_goes_over_configuration()
    {
        IConfiguration configuration = Configuration(new() { ["Navo:Integrations:Confluence:BaseUrl"] = "https://acme.atlassian.net", ["Navo:Integrations:Confluence:ApiToken"] = "t", ["Navo:Integrations:Confluence:MaxResults"] = "20" });
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(configuration).AddConfluence(o => o.MaxResults = 7);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(7, provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().CurrentValue.MaxResults);
        Assert.Single(provider.GetRequiredService<IIntegrationCatalog>());
    }

    [Fact]
    public void Row003_named_instances_are_keyed_services_with_settings_of_their_own()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations()
            .AddConfluence(o => (o.BaseUrl, o.ApiToken) = (new("https://acme.atlassian.net"), "a"))
            .AddConfluence("legal", o => (o.BaseUrl, o.ApiToken) = (new("https://wiki.example.test"), "b"));
        using ServiceProvider provider = services.BuildServiceProvider();

        IIntegrationCatalog catalog = provider.GetRequiredService<IIntegrationCatalog>();
        Assert.Equal(["confluence", "confluence:legal"], catalog.Select(i => i.Name.ToString()).Order());
        Assert.Same(provider.GetRequiredKeyedService<IConfluenceClient>("legal"), catalog["confluence:legal"]);
        Assert.NotSame(provider.GetRequiredService<IConfluenceClient>(), catalog["confluence:legal"]);
        Assert.Contains("confluence:legal", Assert.Throws<ConfigurationException>(() => catalog["sharepoint"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_that_can_be_set_is_part_of_the_schema()
    {
        string[] known = [.. ConfluenceSchema.Instance.Keys.Select(k => k.Name)];
        string[] settable = [.. Settable(typeof(ConfluenceOptions))];
        Assert.Equal(settable.Order(), known.Order());
    }

    private static IEnumerable<string> Settable(Type type) => type.GetProperties()
        .Where(p => p.SetMethod?.IsPublic == true && p.DeclaringType == type)
        .SelectMany(p => p.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal) ? Settable(p.PropertyType).Select(name => $"{p.Name}:{name}") : [p.Name]);

    private static ConfluenceOptions Options(Action<ConfluenceOptions> configure)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(o =>
        {
            (o.BaseUrl, o.ApiToken) = (new("https://acme.atlassian.net"), "t");
            configure(o);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().CurrentValue;
    }

    private static ConfluenceOptions Bound(Dictionary<string, string?> settings)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(Configuration(settings));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().CurrentValue;
    }

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
