namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A stretch of a sentence up to its markers, with the passages that support it.</summary>
internal sealed record CheckedPart(string Text, IReadOnlyList<FoundSupport> Found);
