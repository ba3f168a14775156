using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Who may see items, many at once, as texts to be compared.</summary>
internal sealed class ItemAccess(GraphBatch batch, GraphPages pages)
{
    /// <summary>Permissions that can't be read are a state of their own: who comes to know of it asks, and is refused.</summary>
    private const string Unreadable = "unreadable";

    /// <summary>Items with who may see them, where that is wanted; an item that has just gone stays as it is.</summary>
    public async Task<IReadOnlyList<SyncItem>> FillAsync(IReadOnlyList<SyncItem> items, Func<string, bool> isWanted, SitePlace place, CancellationToken cancellationToken)
    {
        DriveItemAddress[] wanted = [.. items.OfType<SyncItem.Present>().Select(static item => AddressOf(item)).Where(item => isWanted(item.ItemId)).Distinct()];
        IReadOnlyDictionary<string, string> texts = await ReadAsync(wanted, place.Id, cancellationToken).ConfigureAwait(false);
        return texts.Count == 0 ? items
            : [.. items.Select(item => item is SyncItem.Present present && texts.TryGetValue(AddressOf(item).ItemId, out string? text) ? present with { Access = text } : item)];
    }

    private static DriveItemAddress AddressOf(SyncItem item) => (DriveItemAddress)ItemAddress.Parse(item.Id);

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<DriveItemAddress> items, string siteId, CancellationToken cancellationToken)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        IReadOnlyList<GraphBatchAnswer> answers = items.Count == 0 ? [] : await batch.SendAsync([.. items.Select(static item => GraphBatchRequest.Get($"/{item}/permissions"))], cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < answers.Count; i++)
        {
            if (await TextAsync(answers[i], siteId, cancellationToken).ConfigureAwait(false) is { } text)
            {
                texts[items[i].ItemId] = text;
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
