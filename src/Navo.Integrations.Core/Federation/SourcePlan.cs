using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>What to ask one source, or why it is not asked.</summary>
/// <param name="Query">The query; null if the source is not asked.</param>
/// <param name="Status">Why it is not asked: it is not meant, or it can't express what it must.</param>
/// <param name="Detail">The same in a sentence.</param>
/// <param name="Unexpressed">The filters that it can't express.</param>
internal sealed record SourcePlan(SearchQuery? Query, SourceStatus Status, string? Detail, IReadOnlyList<SearchFilter> Unexpressed)
{
    public static SourcePlan Ask(SearchQuery query, IReadOnlyList<SearchFilter> unexpressed) => new(query, SourceStatus.Answered, Detail: null, unexpressed);

    public static SourcePlan NotMeant(string detail) => new(Query: null, SourceStatus.NotAsked, detail, []);

    public static SourcePlan Refuse(string detail, IReadOnlyList<SearchFilter> unexpressed) => new(Query: null, SourceStatus.Refused, detail, unexpressed);
}
