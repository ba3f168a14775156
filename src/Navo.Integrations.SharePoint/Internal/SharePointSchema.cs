using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What the configuration of a SharePoint may say.</summary>
internal static class SharePointSchema
{
    public static IntegrationSchema Instance { get; } = new()
    {
        Kind = SharePointDefaults.Kind,
        Keys =
        [
            new(nameof(SharePointOptions.TenantId), OptionKeyKind.Account),
            new(nameof(SharePointOptions.ClientId), OptionKeyKind.Account),
            new(nameof(SharePointOptions.ClientSecret), OptionKeyKind.Secret),
            new(nameof(SharePointOptions.CertificateFile), OptionKeyKind.Account),
            new(nameof(SharePointOptions.CertificatePassword), OptionKeyKind.Secret),
            new(nameof(SharePointOptions.CertificateThumbprint), OptionKeyKind.Account),
            new(nameof(SharePointOptions.UseManagedIdentity), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.UseWorkloadIdentity), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.AccessToken), OptionKeyKind.Secret),
            new(nameof(SharePointOptions.Cloud), OptionKeyKind.Choice) { Choices = Enum.GetNames<SharePointCloud>() },
            new(nameof(SharePointOptions.GraphBaseUrl), OptionKeyKind.Address),
            new(nameof(SharePointOptions.AuthorityHost), OptionKeyKind.Address),
            new(nameof(SharePointOptions.Sites), OptionKeyKind.List),
            new(nameof(SharePointOptions.MaxResults), OptionKeyKind.Integer),
            new(nameof(SharePointOptions.IncludeMetadata), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.TrackVersions), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.SyncLists), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.SyncPages), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.SearchRegion), OptionKeyKind.Text),
            new(nameof(SharePointOptions.MaxDocumentBytes), OptionKeyKind.Bytes),
            new(nameof(SharePointOptions.VerifyDownloads), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.OrganizationLinksGrantAccess), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.AnonymousLinksGrantAccess), OptionKeyKind.Flag),
            new(nameof(SharePointOptions.UserAgent), OptionKeyKind.Text),
            new(nameof(SharePointOptions.ResourceUnitsPerMinute), OptionKeyKind.Integer),
            new("Notifications:Url", OptionKeyKind.Account), // ours and not the source's: no credentials go there
            new("Notifications:Secret", OptionKeyKind.Secret),
            new("Notifications:PreviousSecret", OptionKeyKind.Secret),
            new("Notifications:Lifetime", OptionKeyKind.Seconds),
            new("Notifications:RenewAhead", OptionKeyKind.Seconds),
            new("Notifications:Containers", OptionKeyKind.List),
        ],
    };
}
