using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Yaml.Tests;

/// <summary>The configuration file of the source document, unchanged, through to what a binder gets.</summary>
public sealed class SourceDocumentTests
{
    private static readonly IntegrationSchema Confluence = new()
    {
        Kind = "confluence",
        Keys =
        [
            new("BaseUrl", OptionKeyKind.Address),
            new("Username", OptionKeyKind.Account),
            new("ApiToken", OptionKeyKind.Secret),
            new("Spaces", OptionKeyKind.List),
            new("MaxResults", OptionKeyKind.Integer),
            new("IncludeAttachments", OptionKeyKind.Flag),
            new("TrackFreshness", OptionKeyKind.Flag),
            new("FreshnessThreshold", OptionKeyKind.Days),
        ],
    };

    private static readonly IntegrationSchema EnterpriseGpt = new()
    {
        Kind = "enterprise-gpt",
        Aliases = ["openai"],
        Keys =
        [
            new("ApiKey", OptionKeyKind.Secret),
            new("OrganizationId", OptionKeyKind.Account),
            new("Model", OptionKeyKind.Text),
            new("MaxTokens", OptionKeyKind.Integer),
            new("Temperature", OptionKeyKind.Number),
        ],
    };

    [Fact]
    public void Row003_the_confluence_section_means_what_the_document_means()
    {
        IConfiguration read = IntegrationConfiguration.GetSection(Root(), Confluence, "", Environment);

        Assert.Equal("https://acme.atlassian.net/wiki", read["BaseUrl"]);
        Assert.Equal("value of CONFLUENCE_USERNAME", read["Username"]);
        Assert.Equal("value of CONFLUENCE_API_TOKEN", read["ApiToken"]);
        Assert.Equal(["ENG", "DOCS", "RUNBOOKS", "ONBOARDING"], read.GetSection("Spaces").GetChildren().Select(item => item.Value));
        Assert.Equal("50", read["MaxResults"]);
        Assert.Equal("True", read["IncludeAttachments"]);
        Assert.Equal("90.00:00:00", read["FreshnessThreshold"]);
    }

    [Fact]
    public void Row003_the_openai_section_means_what_the_document_means()
    {
        IConfiguration read = IntegrationConfiguration.GetSection(Root(), EnterpriseGpt, "", Environment);

        Assert.Equal("value of ENTERPRISE_GPT_API_KEY", read["ApiKey"]);
        Assert.Equal("gpt-4o", read["Model"]);
        Assert.Equal("0.1", read["Temperature"]);
        Assert.Equal("00:00:30", read["Timeout"]);
        Assert.Equal("3", read["Http:MaxRetryAttempts"]);
        Assert.Equal("01:00:00", read["Cache:Response:Lifetime"]);
    }

    [Fact]
    public void Row003_the_file_sets_up_an_Enterprise_GPT_with_the_options_of_the_document()
    {
        IConfiguration filled = new ConfigurationBuilder()
            .AddInMemoryCollection(Root().AsEnumerable().Where(pair => pair.Key.StartsWith("integrations:openai:", StringComparison.Ordinal)).Select(pair =>
                KeyValuePair.Create<string, string?>(pair.Key, pair.Value switch { "${ENTERPRISE_GPT_API_KEY}" => "sk-proj-1", "${ORGANIZATION_ID}" => "org-acme", _ => pair.Value })))
            .Build();
        using ServiceProvider services = new ServiceCollection().AddNavoIntegrations(filled).Services.BuildServiceProvider();

        EnterpriseGptOptions options = services.GetRequiredService<IOptionsMonitor<EnterpriseGptOptions>>().CurrentValue;

        Assert.Equal(("sk-proj-1", "org-acme", "gpt-4o", 4000, 0.1), (options.ApiKey, options.OrganizationId, options.Model, options.MaxTokens, options.Temperature));
        Assert.Equal((TimeSpan.FromSeconds(30), 3, true, TimeSpan.FromHours(1)), (options.Timeout, options.Http.MaxRetryAttempts, options.Cache.Enabled, options.Cache.Response.Lifetime));
        Assert.Equal("enterprise-gpt", services.GetRequiredService<IEnterpriseGptClient>().Name.ToString());
    }

    [Fact]
    public void Every_section_of_the_document_is_an_instance()
    {
        Assert.Equal([""], IntegrationConfiguration.GetInstances(Root(), Confluence));
        Assert.Equal([""], IntegrationConfiguration.GetInstances(Root(), EnterpriseGpt));
    }

    private static IConfigurationRoot Root() =>
        new ConfigurationBuilder().AddNavoYaml(Path.Combine(AppContext.BaseDirectory, "config.yaml")).Build();

    private static string Environment(string name) => name == "CONFLUENCE_BASE_URL" ? "https://acme.atlassian.net/wiki" : $"value of {name}";
}
