namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>The headers of a question that goes past the OpenAI library; the credential is the handlers'.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/authentication"/>.</remarks>
internal static class RequestHeaders
{
    private static readonly string Agent = $"Navo.Integrations/{typeof(RequestHeaders).Assembly.GetName().Version?.ToString(3)}";

    public static IReadOnlyList<KeyValuePair<string, string>> Of(string? organizationId, string? projectId) =>
    [
        new("Accept", "application/json"),
        new("User-Agent", Agent),
        .. string.IsNullOrEmpty(organizationId) ? [] : new KeyValuePair<string, string>[] { new("OpenAI-Organization", organizationId) },
        .. string.IsNullOrEmpty(projectId) ? [] : new KeyValuePair<string, string>[] { new("OpenAI-Project", projectId) },
    ];
}
