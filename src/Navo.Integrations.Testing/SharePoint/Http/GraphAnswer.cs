using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>What a resource answers.</summary>
internal sealed record GraphAnswer(int Status, JsonNode? Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public static GraphAnswer Ok(JsonNode body) => new(200, body);

    public static GraphAnswer Redirect(Uri target) => new(302, null) { Headers = new() { ["Location"] = target.AbsoluteUri } };
}
