using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A hit whose text did not come.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Item">The failure.</param>
internal sealed record UnreadItem(SearchHit Hit, BatchItem<ContentId, KnowledgeContent> Item)
{
    public ItemKey Key => new(Hit.Source, Hit.Id);

    /// <summary>Whether the source says that it is absent, or not for the reader. Then it is none of the reader's.</summary>
    public bool IsHidden => Item.Error is NotFoundException or PermissionException;
}
