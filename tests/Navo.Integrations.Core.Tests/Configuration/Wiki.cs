using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Core.Tests.Configuration;

/// <summary>A made-up kind of integration and short ways to configure it.</summary>
internal static class Wiki
{
    public static IntegrationSchema Schema { get; } = new()
    {
        Kind = "big-wiki",
        Aliases = ["wiki"],
        Keys =
        [
            new("BaseUrl", OptionKeyKind.Address),
            new("Username", OptionKeyKind.Account),
            new("ApiToken", OptionKeyKind.Secret),
            new("Greeting", OptionKeyKind.Text),
            new("Spaces", OptionKeyKind.List),
            new("MaxResults", OptionKeyKind.Integer),
            new("FreshnessThreshold", OptionKeyKind.Days),
            new("Deployment", OptionKeyKind.Choice) { Choices = ["Cloud", "DataCenter"] },
        ],
        KeyAliases = [new("Token", "ApiToken")],
    };

    public static IConfigurationRoot Root(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();

    public static Dictionary<string, string?> Read(params (string Key, string? Value)[] settings) => Read("", settings);

    public static Dictionary<string, string?> Read(string instance, params (string Key, string? Value)[] settings) =>
        Flatten(IntegrationConfiguration.GetSection(Root(settings), Schema, instance, Environment));

    public static ConfigurationException Refuse(params (string Key, string? Value)[] settings) =>
        Assert.Throws<ConfigurationException>(() => Read(settings));

    private static Dictionary<string, string?> Flatten(IConfiguration section) =>
        section.AsEnumerable().Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal);

    private static string? Environment(string name) => name switch
    {
        "WIKI_HOST" => "wiki.example.com",
        "WIKI_TOKEN" => "canary-${WIKI_HOST}",
        "WIKI_SPACES" => "ENG, DOCS",
        "EMPTY" => "",
        _ => null,
    };
}
