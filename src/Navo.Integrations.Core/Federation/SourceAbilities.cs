using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>What an integration can say by a <see cref="SearchQuery"/>. What is missing here is never handed to it: it is reported or refused.</summary>
public sealed record SourceAbilities
{
    /// <summary>What is assumed of an integration that says nothing: spaces and sites, kinds and times.</summary>
    public static SourceAbilities Default { get; } = new();

    /// <summary>The kinds of content that the source has at all; empty if that is not known. A query for others is not for it.</summary>
    public IReadOnlyList<ContentKind> Kinds { get; init; } = [];

    internal static SourceAbilities Everything { get; } = new() { Scopes = Enum.GetValues<SearchScopeKind>(), Filters = Enum.GetValues<SearchFilter>() };

    /// <summary>
    /// The kinds of places that it can stay within: libraries by <see cref="SearchQuery.Libraries"/>, all others by <see cref="SearchQuery.Containers"/>.
    /// </summary>
    public IReadOnlyList<SearchScopeKind> Scopes { get; init; } = [SearchScopeKind.Space, SearchScopeKind.Site];

    /// <summary>The filters that it can express, scopes excepted.</summary>
    public IReadOnlyList<SearchFilter> Filters { get; init; } = [SearchFilter.Kinds, SearchFilter.Modified];

    /// <summary>The schemes of the ids by which it can search for authors; empty for any.</summary>
    public IReadOnlyList<string> AuthorSchemes { get; init; } = [];

    /// <summary>How many hits it gives at once at most, 1 or more.</summary>
    public int MaxLimit { get; init; } = FederatedQuery.MaxLimit;

    internal bool Knows(PrincipalId author) => AuthorSchemes.Count == 0 || AuthorSchemes.Contains(author.Scheme, StringComparer.Ordinal);
}
