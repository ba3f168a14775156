namespace Navo.Integrations.Confluence.Internal;

internal static class ConfluenceDefaults
{
    public const string Kind = "confluence";

    /// <summary>The largest page of the v2 lists.</summary>
    public const int MaxPageSize = 250;

    /// <summary>The name of the HTTP client of an instance.</summary>
    public static string HttpClientName(string instance) => $"navo-confluence-{instance}";

    /// <summary>The name of the client that asks a site for its cloud id, without credentials.</summary>
    public static string DiscoveryClientName(string instance) => $"navo-confluence-{instance}-discovery";
}
