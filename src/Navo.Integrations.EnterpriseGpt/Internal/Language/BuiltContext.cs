namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>A prompt's input.</summary>
/// <param name="Text">The passages, then the question.</param>
/// <param name="Sources">What became of each source, in the order in which they came; passage <c>[n]</c> is the n-th.</param>
internal sealed record BuiltContext(string Text, IReadOnlyList<SourceUse> Sources);
