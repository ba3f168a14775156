using System.Text.Json;
using System.Text.RegularExpressions;
using Navo.Integrations.Contracts;
using Navo.Integrations.Core.Configuration;
using NJsonSchema;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>The table of keys and the schema of <c>appsettings.json</c> say what the code says. <c>make docs</c> (<c>NAVO_WRITE_DOCS=1</c>) writes them anew.</summary>
public sealed partial class ConfigurationDocumentTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(static () => JsonSchema.FromJsonAsync(SettingsJsonSchema.Write(), TestContext.Current.CancellationToken));

    [Fact]
    public void The_table_of_keys_is_what_the_code_gives() => Holds("docs/configuration-keys.md", KeyTable.Write());

    [Fact]
    public void The_schema_of_appsettings_is_what_the_code_gives() => Holds("docs/appsettings.schema.json", SettingsJsonSchema.Write());

    [Fact]
    public void Every_number_and_every_duration_says_its_bounds()
    {
        IEnumerable<string> silent =
            from section in ConfigurationSection.All
            from key in section.Own.Concat(section.Shared)
            where key.Option.Kind is OptionKeyKind.Integer or OptionKeyKind.Bytes or OptionKeyKind.Number or OptionKeyKind.Seconds or OptionKeyKind.Days && key.Bounds is null
            select $"{section.Name}:{key.Name}";

        Assert.Empty(silent);
    }

    [Fact]
    public async Task The_settings_in_the_documentation_fit_the_schema()
    {
        JsonSchema schema = await Schema.Value;
        (string File, string Json)[] examples = [.. from document in SourceTree.Documents
            from Match fence in Fence().Matches(document.Value.ReplaceLineEndings("\n"))
            where fence.Groups[1].Value.Contains("\"Navo\"", StringComparison.Ordinal)
            select (document.Key, fence.Groups[1].Value)];

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(schema.Validate(example.Json)));
    }

    [Theory]
    [InlineData("""{ "Navo": { "Integrations": { "Confluence": { "BaseURI": "https://your-site.atlassian.net" } } } }""")]
    [InlineData("""{ "Navo": { "Integrations": { "Confluense": {} } } }""")]
    [InlineData("""{ "Navo": { "Integrations": { "Confluence": { "MaxResults": 251 } } } }""")]
    [InlineData("""{ "Navo": { "Integrations": { "Confluence": { "Instances": { "legal": { "Http": { "MaxRetryAttempts": 11 } } } } } } }""")]
    [InlineData("""{ "Navo": { "Integrations": { "SharePoint": { "Cloud": "Mars" } } } }""")]
    [InlineData("""{ "Navo": { "Integrations": { "SharePoint": { "Timeout": "soon" } } } }""")]
    [InlineData("""{ "integrations": { "openai": { "temperature": 2.5 } } }""")]
    [InlineData("""{ "integrations": { "openai": { "Model": "gpt-4o" } } }""")]
    public async Task Settings_that_stop_the_start_do_not_fit(string settings) => Assert.NotEmpty((await Schema.Value).Validate(settings));

    [Theory]
    [InlineData("""{ "Logging": { "LogLevel": {} }, "Navo": { "Mine": 1, "Integrations": { "Confluence": { "Spaces": "ENG, DOCS", "FreshnessThreshold": "90.00:00:00", "MaxResults": "${HITS}" } } } }""")]
    [InlineData("""{ "integrations": { "openai": { "api_key": "${KEY}", "retry_attempts": 3, "cache_ttl": 3600, "fallback_models": [ "gpt-6-luna" ], "instances": { "legal": { "model": "m" } } } } }""")]
    [InlineData("""{ "Navo": { "Integrations": { "KnowledgeAssistant": { "Sensitivity": { "Never": [ "secret" ] }, "OnUnsupported": "Mark" } } } }""")]
    public async Task Settings_that_work_fit(string settings) => Assert.Empty((await Schema.Value).Validate(settings));

    [Fact]
    public void No_secret_is_shown_with_a_default()
    {
        using JsonDocument schema = JsonDocument.Parse(SettingsJsonSchema.Write());
        JsonElement token = schema.RootElement.GetProperty("definitions").GetProperty("Confluence.ApiToken");

        Assert.True(token.GetProperty("writeOnly").GetBoolean());
        Assert.False(token.TryGetProperty("default", out _));
    }

    private static void Holds(string file, string expected)
    {
        string path = Path.Combine(RepositoryRoot.Path, file);
        if (Environment.GetEnvironmentVariable("NAVO_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected, $"{file} is not what the code gives. Run: make docs");
    }

    [GeneratedRegex("^```json\n(.*?)^```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();
}
