using System.Collections.Immutable;

namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>An item of a simulated list.</summary>
/// <param name="Id">The number within the list.</param>
/// <param name="UniqueId">The id within the site; of a page, the page's own.</param>
/// <param name="Fields">The columns, as JSON.</param>
public sealed record GraphListItem(int Id, string UniqueId, ImmutableDictionary<string, string> Fields)
{
    /// <summary>Permissions of its own; null where it inherits those of the site.</summary>
    public ImmutableArray<GraphGrant>? Grants { get; init; }
}
