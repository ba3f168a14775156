using System.Globalization;
using System.Text.Json;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>What the body of an event says, as far as it matters here.</summary>
/// <param name="Event">The event's name.</param>
/// <param name="Space">The key of the space; null where it names none.</param>
/// <param name="Milliseconds">When it happened, since 1970.</param>
/// <param name="IsTest">Whether somebody tests the connection.</param>
internal sealed record HookBody(string? Event, string? Space, long? Milliseconds, bool IsTest)
{
    private const int LongestKey = 255;
    private static readonly string[] Names = ["event", "webhookEvent", "eventType"];
    private static readonly string[] Holders = ["page", "blog", "content", "comment", "attachment", "attachedTo", "parent", "container"];

    /// <summary>Reads a body; null where it is no event.</summary>
    public static HookBody? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return null; // also text that is no text: lone surrogates
        }
    }

    private static HookBody Of(JsonElement root) => new(
        Names.Select(name => Text(root, name)).FirstOrDefault(name => name is not null),
        SpaceOf(root, deep: true),
        root.TryGetProperty("timestamp", out JsonElement time) ? TimeOf(time) : null,
        root.TryGetProperty("test", out JsonElement test) && test.ValueKind == JsonValueKind.True);

    private static string? SpaceOf(JsonElement element, bool deep)
    {
        string? key = Text(element, "spaceKey") ?? (element.TryGetProperty("space", out JsonElement space) && space.ValueKind == JsonValueKind.Object ? Text(space, "key") : null);
        if (key is not null || !deep)
        {
            return key;
        }

        IEnumerable<JsonElement> holders = Holders.Select(name => element.TryGetProperty(name, out JsonElement holder) && holder.ValueKind == JsonValueKind.Object ? holder : default);
        return holders.Where(holder => holder.ValueKind == JsonValueKind.Object).Select(holder => SpaceOf(holder, deep: false)).FirstOrDefault(found => found is not null);
    }

    private static long TimeOf(JsonElement time) => time.ValueKind switch
    {
        JsonValueKind.Number => time.GetInt64(),
        JsonValueKind.String when long.TryParse(time.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) => number,
        _ => throw new FormatException("The time is none."),
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestKey } text ? text : null;
}
