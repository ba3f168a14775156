using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What the configuration of a Confluence may say.</summary>
internal static class ConfluenceSchema
{
    public static IntegrationSchema Instance { get; } = new()
    {
        Kind = ConfluenceDefaults.Kind,
        Keys =
        [
            new(nameof(ConfluenceOptions.BaseUrl), OptionKeyKind.Address),
            new(nameof(ConfluenceOptions.Deployment), OptionKeyKind.Choice) { Choices = Enum.GetNames<ConfluenceDeployment>() },
            new(nameof(ConfluenceOptions.Username), OptionKeyKind.Account),
            new(nameof(ConfluenceOptions.ApiToken), OptionKeyKind.Secret),
            new(nameof(ConfluenceOptions.UseGateway), OptionKeyKind.Flag),
            new(nameof(ConfluenceOptions.CloudId), OptionKeyKind.Account),
            new(nameof(ConfluenceOptions.GatewayUrl), OptionKeyKind.Address),
            new(nameof(ConfluenceOptions.Spaces), OptionKeyKind.List),
            new(nameof(ConfluenceOptions.MaxResults), OptionKeyKind.Integer),
            new(nameof(ConfluenceOptions.IncludeAttachments), OptionKeyKind.Flag),
            new(nameof(ConfluenceOptions.MaxAttachmentBytes), OptionKeyKind.Bytes),
            new(nameof(ConfluenceOptions.TrackFreshness), OptionKeyKind.Flag),
            new(nameof(ConfluenceOptions.FreshnessThreshold), OptionKeyKind.Days),
        ],
    };
}
