namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A part of a streamed answer.</summary>
/// <param name="Text">The text that follows on what came before; empty in the last part.</param>
/// <param name="Answer">The whole answer; null but in the last part.</param>
public sealed record AnswerUpdate(string Text, KnowledgeAnswer? Answer = null);
