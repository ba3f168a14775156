using System.Text.Json;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What came of an event that a webhook told.</summary>
public sealed record WebhookInvocationDto
{
    /// <summary>The outcome.</summary>
    public WebhookResultDto? Result { get; set; }

    /// <summary>The event.</summary>
    public WebhookEventDto? Event { get; set; }

    /// <summary>When it was sent: a time, or milliseconds since 1970.</summary>
    public JsonElement Start { get; set; }
}
