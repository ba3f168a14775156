using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>The texts of the hits, each with its rank, and what could not be read.</summary>
internal sealed record ReadItems(IReadOnlyList<(KnowledgeContent Content, int Rank)> Contents, IReadOnlyList<BatchItem<ContentId, KnowledgeContent>> Unread);
