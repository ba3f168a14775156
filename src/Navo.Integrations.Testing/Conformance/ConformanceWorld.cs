using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.Conformance;

/// <summary>What is known to be in the source that an integration is tested against.</summary>
public sealed record ConformanceWorld
{
    /// <summary>A user who may see <see cref="VisibleItem"/> and <see cref="RestrictedItem"/>.</summary>
    public required AccessContext Insider { get; init; }

    /// <summary>A user who may see <see cref="VisibleItem"/> but not <see cref="RestrictedItem"/>.</summary>
    public required AccessContext Outsider { get; init; }

    /// <summary>An item that both users may see.</summary>
    public required ContentId VisibleItem { get; init; }

    /// <summary>An item that only the insider may see.</summary>
    public required ContentId RestrictedItem { get; init; }

    /// <summary>A well-formed id that no item has.</summary>
    public required ContentId AbsentItem { get; init; }

    /// <summary>An item of which nobody can find out whether the outsider may see it; null if the source cannot be brought to that.</summary>
    public ContentId? UndecidableItem { get; init; }

    /// <summary>A query with a <see cref="SearchQuery.Limit"/> such that its hits fill more than two pages for the insider.</summary>
    public required SearchQuery LongQuery { get; init; }

    /// <summary>A query that finds <see cref="RestrictedItem"/> for the insider.</summary>
    public required SearchQuery RestrictedQuery { get; init; }
}
