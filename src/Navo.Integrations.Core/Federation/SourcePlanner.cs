using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Says a federated query in the words of one source. Scopes narrow and are never widened; of other filters the caller chose what becomes of them.</summary>
internal sealed class SourcePlanner(FederatedQuery query, DateTimeOffset askedAt)
{
    private static readonly ContentKind[] Files = [ContentKind.Document, ContentKind.Attachment];

    private readonly FileTypeFilter _types = new(query.FileTypes);

    /// <summary>The beginning of the window: a time that was given, or the greatest age before the first page, to the minute so that the same question is found in caches.</summary>
    private DateTimeOffset? Since => Later(query.ModifiedSince, query.MaxAge is { } age ? OldestWithin(age) : null);

    public SourcePlan For(IntegrationName source, SourceAbilities abilities)
    {
        SearchScope[] scopes = [.. query.Scopes.Where(scope => scope.IsBoundTo(source))];
        if (query.Scopes.Count > 0 && scopes.Length == 0)
        {
            return SourcePlan.NotMeant("No scope of the query is bound to it.");
        }

        if (Array.Find(scopes, scope => !abilities.Scopes.Contains(scope.Kind)) is { } foreign)
        {
            return SourcePlan.Refuse($"It can't stay within a scope of the kind {foreign.Kind}.", [SearchFilter.Scopes]);
        }

        IReadOnlyList<ContentKind> kinds = KindsFor(abilities);
        if (kinds.Count > 0 && abilities.Kinds.Count > 0 && !kinds.Any(abilities.Kinds.Contains))
        {
            return SourcePlan.NotMeant("It has no content of the kinds that the query asks for.");
        }

        SearchFilter[] unexpressed = [.. Unexpressed(abilities)];
        return unexpressed.Length > 0 && query.OnInexpressible == InexpressibleFilter.Refuse
            ? SourcePlan.Refuse($"It can't express {string.Join(", ", unexpressed)}.", unexpressed)
            : SourcePlan.Ask(Compile(abilities, scopes, kinds), unexpressed);
    }

    /// <summary>Whether a hit does not plainly contradict a filter that its source could not express.</summary>
    public bool Keeps(SearchHit hit, IReadOnlyList<SearchFilter> unexpressed) => unexpressed.All(filter => filter switch
    {
        SearchFilter.Kinds => query.Kinds.Contains(hit.Kind),
        SearchFilter.FileTypes => _types.Allows(hit),
        SearchFilter.Modified => hit.Modified is not { } at || (at >= (Since ?? at) && at < (query.ModifiedBefore ?? DateTimeOffset.MaxValue)),
        _ => true,
    });

    private IEnumerable<SearchFilter> Unexpressed(SourceAbilities abilities)
    {
        bool Lacks(SearchFilter filter, bool isSet) => isSet && !abilities.Filters.Contains(filter);
        bool hasAuthors = query.Authors.Count > 0;
        (SearchFilter Filter, bool IsLacking)[] filters =
        [
            (SearchFilter.Kinds, Lacks(SearchFilter.Kinds, query.Kinds.Count > 0)),
            (SearchFilter.FileTypes, Lacks(SearchFilter.FileTypes, query.FileTypes.Count > 0)),
            (SearchFilter.Authors, Lacks(SearchFilter.Authors, hasAuthors) || (hasAuthors && !query.Authors.Any(abilities.Knows))),
            (SearchFilter.Labels, Lacks(SearchFilter.Labels, query.Labels.Count > 0)),
            (SearchFilter.Modified, Lacks(SearchFilter.Modified, Since is not null || query.ModifiedBefore is not null)),
        ];
        return filters.Where(filter => filter.IsLacking).Select(filter => filter.Filter);
    }

    /// <summary>The kinds asked for. Where a source can't search by types of files, it is asked for files at least.</summary>
    private IReadOnlyList<ContentKind> KindsFor(SourceAbilities abilities) =>
        query.Kinds.Count == 0 && query.FileTypes.Count > 0 && !abilities.Filters.Contains(SearchFilter.FileTypes) ? Files : query.Kinds;

    private SearchQuery Compile(SourceAbilities abilities, SearchScope[] scopes, IReadOnlyList<ContentKind> kinds)
    {
        IReadOnlyList<T> If<T>(SearchFilter filter, IEnumerable<T> values) => abilities.Filters.Contains(filter) ? [.. values.Distinct()] : [];
        bool hasTimes = abilities.Filters.Contains(SearchFilter.Modified);
        return new(query.Text)
        {
            Limit = Math.Clamp(query.Limit, 1, Math.Max(1, abilities.MaxLimit)),
            Containers = [.. scopes.Where(scope => scope.Kind != SearchScopeKind.Library).Select(scope => scope.Key).Distinct(StringComparer.Ordinal)],
            Libraries = [.. scopes.Where(scope => scope.Kind == SearchScopeKind.Library).Select(scope => scope.Key).Distinct(StringComparer.Ordinal)],
            Kinds = If(SearchFilter.Kinds, kinds.Where(kind => abilities.Kinds.Count == 0 || abilities.Kinds.Contains(kind))),
            FileTypes = If(SearchFilter.FileTypes, _types.Extensions),
            Authors = If(SearchFilter.Authors, query.Authors.Where(abilities.Knows)),
            Labels = If(SearchFilter.Labels, query.Labels),
            ModifiedSince = hasTimes ? Since : null,
            ModifiedBefore = hasTimes ? query.ModifiedBefore : null,
        };
    }

    private DateTimeOffset OldestWithin(TimeSpan age)
    {
        long ticks = Math.Max(0, askedAt.UtcTicks - age.Ticks);
        return new(ticks - (ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
    }

    private static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) => left is null || right > left ? right ?? left : left;
}
