using System.Text.Json;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Console.Tests;

/// <summary>The console's commands at a SharePoint. Like the others, one after the other: the environment is the configuration.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class SharePointConsoleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_only_SharePoint_can_say_has_commands_of_its_own()
    {
        await using GraphSimulator simulator = await GraphSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = Settings(simulator, isBounded: false);

        using JsonDocument sites = await JsonAsync("sites");
        JsonElement engineering = sites.RootElement.EnumerateArray().Single(site => Text(site, "address").EndsWith("/engineering", StringComparison.Ordinal));
        using JsonDocument libraries = await JsonAsync("libraries", Text(engineering, "id"));
        Assert.All(libraries.RootElement.EnumerateArray(), library => Assert.StartsWith("b!", Text(library, "id"), StringComparison.Ordinal));
        using JsonDocument teams = await JsonAsync("teams");
        Assert.Equal(["Private", "Shared", "Standard"], teams.RootElement.EnumerateArray().Select(channel => Text(channel, "kind")).Distinct().Order());
        Assert.All(teams.RootElement.EnumerateArray(), channel => Assert.StartsWith("drives/b!", Text(channel, "folder"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_tells_who_may_see_it_how_it_is_shared_and_its_versions()
    {
        await using GraphSimulator simulator = await GraphSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = Settings(simulator);
        string restricted = await RestrictedAsync();

        Assert.Contains("Allow", await ShownAsync("permissions", restricted, "--user", "ada@contoso.example"), StringComparison.Ordinal);
        Assert.Contains("Deny", await ShownAsync("permissions", restricted, "--user", "ben@contoso.example"), StringComparison.Ordinal);
        using JsonDocument explained = await JsonAsync("explain", restricted, "--user", "ben@contoso.example");
        Assert.NotEqual(Text(explained.RootElement, "for_administrator"), Text(explained.RootElement, "for_reader"));
        using JsonDocument grants = await JsonAsync("collaboration", restricted);
        Assert.Contains(grants.RootElement.EnumerateArray(), grant => Text(grant, "inherited") == "no");
        using JsonDocument versions = await JsonAsync("versions", restricted, "--as", "ada@contoso.example");
        Assert.NotEqual(0, versions.RootElement.GetArrayLength());
        (int code, string output, _) = await ConsoleTests.RunAsync("get", restricted, "--as", "ben@contoso.example");
        Assert.Equal((1, string.Empty), (code, output));
    }

    /// <summary>What ada finds and ben does not.</summary>
    private static async Task<string> RestrictedAsync()
    {
        string[] ada = await FoundAsync("ada");
        return ada.Except(await FoundAsync("ben"), StringComparer.Ordinal).First();
    }

    private static async Task<string[]> FoundAsync(string name)
    {
        using JsonDocument page = await JsonAsync("search", "review notes", "--limit", "5", "--as", $"{name}@contoso.example");
        return [.. page.RootElement.GetProperty("hits").EnumerateArray().Select(hit => Text(hit, "id"))];
    }

    private static async Task<JsonDocument> JsonAsync(params string[] args) => JsonDocument.Parse(await ShownAsync([.. args, "--json"]));

    private static async Task<string> ShownAsync(params string[] args)
    {
        (int code, string output, string error) = await ConsoleTests.RunAsync([.. args, "--source", "sharepoint"]);
        Assert.Equal((0, string.Empty), (code, error));
        return output;
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;

    private static EnvironmentScope Settings(GraphSimulator simulator, bool isBounded = true) =>
        new(SharePointDemo.Settings(simulator).Where(setting => isBounded || !setting.Key.EndsWith(":Sites", StringComparison.Ordinal)));
}
