using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Checks what needs more than one option, and what every integration has in common.</summary>
internal sealed class SharePointOptionsRules : IValidateOptions<SharePointOptions>
{
    public ValidateOptionsResult Validate(string? name, SharePointOptions options)
    {
        OptionsFindings findings = new(SharePointDefaults.Kind, name);
        findings.CheckCommon(options);
        findings.CheckAddress(nameof(options.GraphBaseUrl), options.GraphBaseUrl);
        findings.CheckAddress(nameof(options.AuthorityHost), options.AuthorityHost);
        findings.Check(Enum.IsDefined(options.Cloud), nameof(options.Cloud), "must be Global, UsGovernmentHigh, UsGovernmentDoD or China");
        findings.Check(options.Sites.All(site => SiteEntry.TryParse(site, out _)), nameof(options.Sites), "holds an entry that is no site; name each by its address, its path, its name below /sites/ or its id");
        findings.Check(IsUserAgent(options.UserAgent), nameof(options.UserAgent), "cannot be sent; use the form NONISV|Company|Application/1.0");
        findings.Check(options.SearchRegion is null || options.SearchRegion.All(char.IsAsciiLetter), nameof(options.SearchRegion), "must be a code of letters such as NAM");
        CheckCredentials(findings, options);
        SharePointNotificationRules.Check(findings, options.Notifications);
        return findings.ToResult();
    }

    private static void CheckCredentials(OptionsFindings findings, SharePointOptions options)
    {
        int kinds = Kinds(options).Count(given => given);
        findings.Check(kinds > 0, nameof(options.ClientSecret), "is missing; give a client secret, a certificate, an identity, an access token, or call UseCredential");
        findings.Check(kinds < 2, nameof(options.ClientSecret), "is one of several kinds of credentials that are configured; keep one of them");
        bool isApplication = HasSecret(options) || HasCertificate(options);
        findings.Check(!isApplication || !string.IsNullOrWhiteSpace(options.TenantId), nameof(options.TenantId), "is missing");
        findings.Check(!isApplication || !string.IsNullOrWhiteSpace(options.ClientId), nameof(options.ClientId), "is missing");
        findings.Check(options.GetUserAssertions() is null || isApplication, nameof(options.ClientSecret), "or a certificate is needed to act on behalf of users");
        findings.Check(options.CertificateFile is null || File.Exists(options.CertificateFile), nameof(options.CertificateFile), "names a file that is not there");
    }

    private static bool[] Kinds(SharePointOptions options) =>
    [
        HasSecret(options),
        HasCertificate(options),
        options.UseManagedIdentity,
        options.UseWorkloadIdentity,
        !string.IsNullOrEmpty(options.AccessToken),
        options.GetCredential() is not null,
    ];

    private static bool HasSecret(SharePointOptions options) => !string.IsNullOrEmpty(options.ClientSecret);

    private static bool HasCertificate(SharePointOptions options) =>
        !string.IsNullOrEmpty(options.CertificateFile) || !string.IsNullOrEmpty(options.CertificateThumbprint) || options.GetCertificateCallback() is not null;

    private static bool IsUserAgent(string? text)
    {
        using HttpRequestMessage request = new();
        return !string.IsNullOrWhiteSpace(text) && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && request.Headers.TryAddWithoutValidation("User-Agent", text);
    }
}
