namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Words of a source that support a sentence of an answer.</summary>
/// <param name="Text">The words as the source has them.</param>
/// <param name="Start">Where they begin in the item's Markdown, in UTF-16 characters; -1 where they are of its metadata or summary.</param>
/// <param name="Length">How long they are.</param>
/// <param name="Sentence">The sentence that they support: its place in <see cref="KnowledgeAnswer.Sentences"/>.</param>
public sealed record CitedQuote(string Text, int Start, int Length, int Sentence);
