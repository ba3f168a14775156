using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A webhook of Data Center, as it is sent and as all its answers show it. No record: its text would show the secret.</summary>
public sealed class WebhookDto
{
    /// <summary>Its id, a number in answers.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? Id { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Where events go.</summary>
    public string? Url { get; set; }

    /// <summary>Whether it tells.</summary>
    public bool? Active { get; set; }

    /// <summary>The events: names in lists and requests, objects with names in the answer to a registration.</summary>
    [JsonConverter(typeof(WebhookEventsConverter))]
    public IReadOnlyList<string>? Events { get; set; }

    /// <summary>Its secret; answers need not show it.</summary>
    public WebhookConfigurationDto? Configuration { get; set; }

    /// <summary>Whether the instance verifies the certificate of where events go.</summary>
    public bool? SslVerificationRequired { get; set; }
}
