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

    /// <summary>How often it was saved; its <c>eTag</c> has it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset Modified { get; init; } = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Counts the changes of the tenant up to the last one of this item; set by the tenant.</summary>
    public long Change { get; init; }
}
