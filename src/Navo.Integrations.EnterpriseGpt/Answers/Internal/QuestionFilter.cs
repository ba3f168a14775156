using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// The filters of a question, for items of sources that were asked without one of them. An item of which it is not known that it keeps to them is out: an answer
/// never rests on what was not filtered.
/// </summary>
internal sealed class QuestionFilter(KnowledgeQuestion question, IEnumerable<SourceReport> reports)
{
    private readonly Dictionary<IntegrationName, IReadOnlyList<SearchFilter>> _open = reports.Where(static r => r.Unexpressed.Count > 0).ToDictionary(static r => r.Source, static r => r.Unexpressed);

    /// <summary>Whether labels are compared here.</summary>
    public bool NeedsLabels => _open.Values.Any(static filters => filters.Contains(SearchFilter.Labels));

    /// <summary>Whether a source was asked without one of the filters.</summary>
    public bool IsOpen(IntegrationName source) => _open.ContainsKey(source);

    /// <param name="source">Where the item was found.</param>
    /// <param name="item">What is known of it.</param>
    /// <param name="labels">The labels that count for it; null where they are not known.</param>
    public bool Keeps(IntegrationName source, ContentMetadata item, IReadOnlyList<string>? labels) =>
        !_open.TryGetValue(source, out IReadOnlyList<SearchFilter>? filters) || filters.All(filter => filter switch
        {
            SearchFilter.Labels => labels?.Select(SensitivityRules.Normal).Intersect(question.Labels.Select(SensitivityRules.Normal)).Any() == true,
            SearchFilter.Modified => item.Modified is { } at && at >= (question.ModifiedSince ?? at) && at < (question.ModifiedBefore ?? DateTimeOffset.MaxValue),
            _ => false,
        });
}
