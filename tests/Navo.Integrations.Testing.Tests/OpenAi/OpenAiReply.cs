using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.Tests.OpenAi;

internal sealed record OpenAiReply(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode Body => JsonNode.Parse(Text)!;

    public JsonNode Error => Body["error"]!;

    /// <summary>The data of the events of a stream, those that are JSON.</summary>
    public IReadOnlyList<JsonNode> Events =>
        [.. Text.Split('\n').Where(l => l.StartsWith("data: {", StringComparison.Ordinal)).Select(l => JsonNode.Parse(l["data: ".Length..])!)];
}
