using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Live.Tests;

/// <summary>The scenarios at the tenant that the environment names; skipped where it names none.</summary>
public sealed class LiveConfluenceTests : ConfluenceScenarios
{
    private const string Missing =
        "No live tenant: set CONFLUENCE_BASE_URL, CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN "
        + "(optional: CONFLUENCE_SPACES, keys by comma; CONFLUENCE_READER, scheme:id; CONFLUENCE_WORDS, a text to search).";

    protected override ValueTask<Tenant> OpenAsync()
    {
        string? address = Read("CONFLUENCE_BASE_URL");
        string? username = Read("CONFLUENCE_USERNAME");
        string? token = Read("CONFLUENCE_API_TOKEN");
        Assert.SkipWhen(address is null || username is null || token is null, Missing);

        AccessContext reader = Read("CONFLUENCE_READER") is { } id ? AccessContext.ForUser(PrincipalId.Parse(id)) : AccessContext.Service;
        return ValueTask.FromResult(new Tenant(
            options =>
            {
                options.BaseUrl = new Uri(address!);
                options.Username = username;
                options.ApiToken = token;
                options.Spaces = Read("CONFLUENCE_SPACES")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            },
            reader,
            Read("CONFLUENCE_WORDS") ?? "the"));
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
