using System.Text.Json;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Reads what Graph, or whoever claims to be Graph, posts.</summary>
internal static class NotificationBody
{
    private const int MostBytes = 4 << 20;
    private const int MostEntries = 5_000;

    /// <summary>The entries; null where the body is no batch of notifications.</summary>
    public static IReadOnlyList<NotificationDto?>? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body, GraphJson.Default.GraphListDtoNotificationDto)?.Value is { Count: <= MostEntries } entries ? entries : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
