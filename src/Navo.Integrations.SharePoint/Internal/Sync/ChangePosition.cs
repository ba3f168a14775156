using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Where the reading of changes goes on: at a link of the feed, but first in folders that have changed. As text it is the link itself where no folder is left. Links are whole, for Graph may
/// change any part of them; they hold no credentials, and are followed on the configured host only.
/// </summary>
internal sealed record ChangePosition(string Link, bool IsEnd, IReadOnlyList<FolderStep> Left)
{
    public static ChangePosition Parse(string text)
    {
        if (!text.StartsWith('{'))
        {
            return new(text, IsEnd: false, []);
        }

        try
        {
            return JsonSerializer.Deserialize(text, SyncPositionJson.Default.ChangePosition) is { Link: not null, Left: not null } position ? position : throw Unreadable();
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    public SyncPage ToPage(IReadOnlyList<SyncItem> items) => new() { Items = items, Position = ToString(), IsLast = IsEnd && Left.Count == 0 };

    public override string ToString() => Left.Count == 0 ? Link : JsonSerializer.Serialize(this, SyncPositionJson.Default.ChangePosition);

    private static InvalidQueryException Unreadable() => new("The position of changes is none.") { Remedy = "Start from an earlier checkpoint, or without one." };
}
