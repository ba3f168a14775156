namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What a webhook is set up with. No record: its text would show the secret.</summary>
public sealed class WebhookConfigurationDto
{
    /// <summary>What events are signed with.</summary>
    public string? Secret { get; set; }
}
