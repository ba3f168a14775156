using Microsoft.Extensions.Configuration;
using Navo.Integrations.Core.Configuration;

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
    public void Every_section_of_the_document_is_an_instance()
    {
        Assert.Equal([""], IntegrationConfiguration.GetInstances(Root(), Confluence));
        Assert.Equal([""], IntegrationConfiguration.GetInstances(Root(), EnterpriseGpt));
    }

    private static IConfigurationRoot Root() =>
        new ConfigurationBuilder().AddNavoYaml(Path.Combine(AppContext.BaseDirectory, "config.yaml")).Build();

    private static string Environment(string name) => name == "CONFLUENCE_BASE_URL" ? "https://acme.atlassian.net/wiki" : $"value of {name}";
}
