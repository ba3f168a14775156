using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Resources;

namespace Navo.Integrations.Confluence.Tests.Adversary;

/// <summary>Every door of the client that takes an id and a reader.</summary>
internal static class Doors
{
    public static IReadOnlyDictionary<string, Func<IConfluenceClient, ContentId, AccessContext, Task>> All { get; } =
        new Dictionary<string, Func<IConfluenceClient, ContentId, AccessContext, Task>>(StringComparer.Ordinal)
        {
            ["content"] = (client, id, reader) => client.GetContentAsync(id, reader, TestContext.Current.CancellationToken),
            ["page"] = (client, id, reader) => client.GetPageContentAsync(id, reader, TestContext.Current.CancellationToken),
            ["metadata"] = (client, id, reader) => client.GetMetadataAsync(id, reader, TestContext.Current.CancellationToken),
            ["children"] = (client, id, reader) => client.GetChildrenAsync(id, reader, TestContext.Current.CancellationToken).ToListAsync(),
            ["comments"] = (client, id, reader) => client.GetCommentsAsync(id, reader, TestContext.Current.CancellationToken).ToListAsync(),
            ["attachments"] = (client, id, reader) => client.GetAttachmentsAsync(id, reader, TestContext.Current.CancellationToken).ToListAsync(),
            ["download"] = (client, id, reader) => client.DownloadAttachmentAsync(id, reader, TestContext.Current.CancellationToken),
            ["text of a file"] = (client, id, reader) => client.GetAttachmentTextAsync(id, reader, TestContext.Current.CancellationToken),
            ["versions"] = (client, id, reader) => client.GetVersionsAsync(id, reader, TestContext.Current.CancellationToken).ToListAsync(),
            ["version"] = (client, id, reader) => client.GetPageVersionAsync(id, 1, reader, TestContext.Current.CancellationToken),
            ["version beyond"] = (client, id, reader) => client.GetPageVersionAsync(id, 1_000_000, reader, TestContext.Current.CancellationToken),
            ["comparison"] = (client, id, reader) => client.CompareVersionsAsync(id, 1, 1, reader, TestContext.Current.CancellationToken),
            ["bulk"] = (client, id, reader) => OfBulkAsync(client.GetContentsAsync([id], reader, cancellationToken: TestContext.Current.CancellationToken)),
            ["freshness"] = (client, id, reader) => OfBulkAsync(client.TrackContentFreshnessAsync(FreshnessScope.Items(id), reader, new() { IncludeViews = true, IncludeDeadLinks = true }, TestContext.Current.CancellationToken)),
        };

    /// <summary>What a reader can tell of a door: the name of the outcome and all that it says, without the id that was asked.</summary>
    public static async Task<string> OutcomeAsync(string door, IConfluenceClient client, ContentId id, AccessContext reader)
    {
        try
        {
            await All[door](client, id, reader);
            return "given";
        }
        catch (IntegrationException refused)
        {
            string said = $"{refused.GetType().Name} {refused.Message} {refused.StatusCode} {refused.ErrorCode} {refused.RequestId} {refused.IsTransient} {refused.Remedy} {refused.InnerException}";
            return said.Replace(id.Value, "ID", StringComparison.Ordinal);
        }
    }

    private static async Task OfBulkAsync<T>(IAsyncEnumerable<BatchItem<ContentId, T>> items)
        where T : class
    {
        foreach (BatchItem<ContentId, T> item in await items.ToListAsync())
        {
            if (item.Error is { } failure)
            {
                throw failure;
            }
        }
    }
}
