namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Where a passage supports a claim.</summary>
internal readonly record struct FoundSupport(Passage Passage, TextSpan Span);
