using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A page of a feed; or, where its position has become void, why, and where Graph wants everything to be read from.</summary>
internal sealed record FeedAnswer(ItemPageDto? Page, IntegrationException? Void, string? StartAgainAt)
{
    /// <summary>Where changes go on after it.</summary>
    /// <exception cref="IntegrationException">It is not the last page, or none.</exception>
    public string RequireChangesFrom() => Required.Member((Page ?? throw Void!).DeltaLink, "@odata.deltaLink");
}
