using Microsoft.Extensions.DependencyInjection;

namespace Navo.Integrations.Live.Tests;

/// <summary>The scenarios at the tenant that the environment names; skipped where it names none.</summary>
public sealed class LiveConfluenceTests : ConfluenceScenarios
{
    private const string Missing =
        "No live tenant: set CONFLUENCE_BASE_URL, CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN "
        + "(optional: CONFLUENCE_SPACES, keys by comma; CONFLUENCE_READER, scheme:id; CONFLUENCE_WORDS, a text to search).";

    protected override ValueTask<Tenant> OpenAsync()
    {
        string? address = Settings.Read("CONFLUENCE_BASE_URL");
        string? username = Settings.Read("CONFLUENCE_USERNAME");
        string? token = Settings.Read("CONFLUENCE_API_TOKEN");
        Assert.SkipWhen(address is null || username is null || token is null, Missing);

        return ValueTask.FromResult(new Tenant(
            builder => builder.AddConfluence(options =>
            {
                options.BaseUrl = new Uri(address!);
                options.Username = username;
                options.ApiToken = token;
                options.Spaces = Settings.List("CONFLUENCE_SPACES");
            }),
            Settings.Reader("CONFLUENCE_READER"),
            Settings.Read("CONFLUENCE_WORDS") ?? "the"));
    }
}
