using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>What a resource answers.</summary>
internal sealed record Answer(int Status, JsonNode? Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public byte[]? Bytes { get; init; }

    public string ContentType { get; init; } = "application/json";

    public static Answer Ok(JsonNode body) => new(200, body);
}
