using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Webhooks and what came of them.</summary>
internal static class WebhookMapping
{
    public static ConfluenceWebhook ToWebhook(WebhookDto dto) => new()
    {
        Id = dto.Id,
        Name = dto.Name,
        Url = Uri.TryCreate(dto.Url, UriKind.Absolute, out Uri? url) ? url : throw new ProtocolException("A webhook's answer has no address in 'url'."),
        IsActive = dto.Active is true,
        Events = dto.Events ?? [],
    };

    public static WebhookDelivery ToDelivery(WebhookInvocationDto dto) => new(
        Enum.TryParse(dto.Result?.Outcome, ignoreCase: true, out WebhookOutcome outcome) && Enum.IsDefined(outcome) ? outcome : WebhookOutcome.Unknown,
        dto.Result?.Description,
        dto.Event?.Id,
        TimeOf(dto.Start));

    private static DateTimeOffset? TimeOf(JsonElement time) => time.ValueKind switch
    {
        JsonValueKind.String when time.TryGetDateTimeOffset(out DateTimeOffset at) => at,
        JsonValueKind.Number when time.TryGetInt64(out long milliseconds) && milliseconds is >= 0 and < 253_402_300_800_000 => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        _ => null,
    };
}
