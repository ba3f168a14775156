namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>A sentence of a passage.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Marker">How its passage is called, for instance <c>1</c> of <c>[1]</c> before it; null if it has no name.</param>
internal sealed record Sentence(string Text, string? Marker);
