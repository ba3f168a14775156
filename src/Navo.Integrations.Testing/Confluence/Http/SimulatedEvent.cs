using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Something that happened at a site.</summary>
/// <param name="Name">The event.</param>
/// <param name="Holder">The member of the body that says what it happened to.</param>
/// <param name="Subject">What it happened to.</param>
internal sealed record SimulatedEvent(string Name, string Holder, JsonObject Subject);
