namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A part of a streamed answer.</summary>
/// <param name="Text">The text that follows on what came before; empty in the last part.</param>
/// <param name="Response">The whole answer with its usage and how it ended; null but in the last part.</param>
public sealed record ResponseUpdate(string Text, GeneratedResponse? Response = null);
