using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Who may see items, many at once, as texts to be compared.</summary>
internal sealed class ItemAccess(GraphBatch batch, GraphPages pages)
{
    /// <summary>Permissions that can't be read are a state of their own: who comes to know of it asks, and is refused.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Files with who may see them, where that is wanted; one that has just gone stays as it is.</summary>
    public Task<IReadOnlyList<SyncItem>> FillAsync(IReadOnlyList<SyncItem> items, Func<string, bool> isWanted, SitePlace place, CancellationToken cancellationToken) =>
        FillAsync(items, id => ItemAddress.Parse(id) is DriveItemAddress file && isWanted(file.ItemId) ? file : null, place, cancellationToken);

    /// <summary>Items with who may see what stands for each of them; an item for which nothing does, or that has just gone, stays as it is.</summary>
    public async Task<IReadOnlyList<SyncItem>> FillAsync(IReadOnlyList<SyncItem> items, Func<ContentId, ItemAddress?> standsFor, SitePlace place, CancellationToken cancellationToken)
    {
        Dictionary<ContentId, ItemAddress> wanted = [];
        foreach (SyncItem.Present item in items.OfType<SyncItem.Present>())
        {
            if (standsFor(item.Id) is { } address)
            {
                wanted[item.Id] = address;
            }
        }

        IReadOnlyDictionary<ItemAddress, string> texts = await ReadAsync([.. wanted.Values.Distinct()], place.Id, cancellationToken).ConfigureAwait(false);
        return texts.Count == 0 ? items
            : [.. items.Select(item => item is SyncItem.Present present && wanted.TryGetValue(item.Id, out ItemAddress? of) && texts.TryGetValue(of, out string? text) ? present with { Access = text } : item)];
    }

    private async Task<IReadOnlyDictionary<ItemAddress, string>> ReadAsync(IReadOnlyList<ItemAddress> items, string siteId, CancellationToken cancellationToken)
    {
        Dictionary<ItemAddress, string> texts = [];
        IReadOnlyList<GraphBatchAnswer> answers = items.Count == 0 ? [] : await batch.SendAsync([.. items.Select(static item => GraphBatchRequest.Get($"/{item}/permissions"))], cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < answers.Count; i++)
        {
            if (await TextAsync(answers[i], siteId, cancellationToken).ConfigureAwait(false) is { } text)
            {
                texts[items[i]] = text;
            }
        }

        return texts;
    }

    private async Task<string?> TextAsync(GraphBatchAnswer answer, string siteId, CancellationToken cancellationToken)
    {
        try
        {
            Task<GraphListDto<PermissionDto>> first = Task.FromResult(answer.Read(GraphJson.Default.GraphListDtoPermissionDto));
            return GrantText.Of(await pages.ToListAsync(first, cancellationToken).ConfigureAwait(false), siteId);
        }
        catch (NotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is PermissionException or InvalidQueryException or ProtocolException or System.Text.Json.JsonException)
        {
            return Unreadable;
        }
    }
}
