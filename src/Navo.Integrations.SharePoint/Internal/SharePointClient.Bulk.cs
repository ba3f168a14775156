using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Batching;

namespace Navo.Integrations.SharePoint.Internal;

internal sealed partial class SharePointClient
{
    public IAsyncEnumerable<BatchItem<ContentId, KnowledgeContent>> GetContentsAsync(
        IReadOnlyCollection<ContentId> ids, AccessContext reader, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(reader);
        return BatchRunner.RunAsync(ids, (id, token) => GetContentAsync(id, reader, token), options, cancellationToken);
    }

    public IAsyncEnumerable<BatchItem<SearchQuery, SearchPage>> SearchManyAsync(
        IReadOnlyCollection<SearchQuery> queries, AccessContext reader, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(reader);
        return BatchRunner.RunAsync(queries, (query, token) => SearchAsync(query, reader, token), options, cancellationToken);
    }

    public IAsyncEnumerable<BatchItem<PermissionQuestion, PermissionDecision>> CheckPermissionsManyAsync(
        IReadOnlyCollection<PermissionQuestion> questions, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return BatchRunner.RunAsync(questions, (question, token) => CheckPermissionsAsync(question.Item, question.Reader, token), options, cancellationToken);
    }
}
