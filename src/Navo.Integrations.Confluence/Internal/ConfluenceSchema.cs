using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Http.OAuth;

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
            new("OAuth:Grant", OptionKeyKind.Choice) { Choices = Enum.GetNames<OAuthGrant>() },
            new("OAuth:ClientId", OptionKeyKind.Account),
            new("OAuth:ClientSecret", OptionKeyKind.Secret),
            new("OAuth:RefreshToken", OptionKeyKind.Secret),
            new("OAuth:TokenUrl", OptionKeyKind.Address),
            new("OAuth:RefreshAhead", OptionKeyKind.Seconds),
            new("Tls:ClientCertificateFile", OptionKeyKind.Account),
            new("Tls:ClientCertificateKeyFile", OptionKeyKind.Account),
            new("Tls:ClientCertificatePassword", OptionKeyKind.Secret),
            new("Tls:CertificateAuthorityFiles", OptionKeyKind.List),
            new(nameof(ConfluenceOptions.UseGateway), OptionKeyKind.Flag),
            new(nameof(ConfluenceOptions.CloudId), OptionKeyKind.Account),
            new(nameof(ConfluenceOptions.GatewayUrl), OptionKeyKind.Address),
            new(nameof(ConfluenceOptions.Spaces), OptionKeyKind.List),
            new(nameof(ConfluenceOptions.MaxResults), OptionKeyKind.Integer),
            new(nameof(ConfluenceOptions.IncludeAttachments), OptionKeyKind.Flag),
            new(nameof(ConfluenceOptions.MaxAttachmentBytes), OptionKeyKind.Bytes),
            new(nameof(ConfluenceOptions.TrackFreshness), OptionKeyKind.Flag),
            new(nameof(ConfluenceOptions.FreshnessThreshold), OptionKeyKind.Days),
            new("Notifications:Url", OptionKeyKind.Account), // ours and not the source's: no credentials go there
            new("Notifications:Secret", OptionKeyKind.Secret),
            new("Notifications:PreviousSecret", OptionKeyKind.Secret),
            new("Notifications:ReplayWindow", OptionKeyKind.Seconds),
        ],
    };
}
