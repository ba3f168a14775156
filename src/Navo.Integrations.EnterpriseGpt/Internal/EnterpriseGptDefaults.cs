using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

internal static class EnterpriseGptDefaults
{
    public const string Kind = "enterprise-gpt";

    /// <summary>The name of the section in the source document.</summary>
    public const string Alias = "openai";

    /// <summary>The name of the HTTP client of an instance.</summary>
    public static string HttpClientName(IntegrationName name) => $"navo:{name}";

    /// <summary>The name of the client of the administration endpoints, which have a key of their own.</summary>
    public static string AdminClientName(IntegrationName name) => $"navo:{name}:admin";
}
