using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>A response that was stored, with the conversation that led to it.</summary>
internal sealed record StoredResponse(JsonObject Response, IReadOnlyList<PromptMessage> Messages);
