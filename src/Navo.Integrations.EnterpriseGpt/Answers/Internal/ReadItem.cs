using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>The text of a hit.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Content">Its text.</param>
/// <param name="Rank">The rank of the hit, from 0; a copy has that of the hit in whose place it stands.</param>
/// <param name="Level">How much of it a model may be given.</param>
internal sealed record ReadItem(SearchHit Hit, KnowledgeContent Content, int Rank, SensitivityLevel Level);
