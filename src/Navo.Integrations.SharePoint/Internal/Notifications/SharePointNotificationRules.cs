using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Checks the options of notifications.</summary>
internal static class SharePointNotificationRules
{
    private const int LeastSecret = 32;

    public static void Check(OptionsFindings findings, SharePointNotificationOptions options)
    {
        findings.CheckAddress("Notifications:Url", options.Url);
        findings.Check(options.Url is null || !string.IsNullOrEmpty(options.Secret), "Notifications:Secret", "is missing; without it nobody can tell who sent a notification");
        CheckSecret(findings, "Notifications:Secret", options.Secret);
        CheckSecret(findings, "Notifications:PreviousSecret", options.PreviousSecret);
        findings.Check(
            options.Lifetime >= TimeSpan.FromHours(1) && options.Lifetime <= SharePointNotificationOptions.LongestLifetime,
            "Notifications:Lifetime",
            "must be one hour to 42,300 minutes, the longest that the vendor allows");
        findings.Check(
            options.RenewAhead > TimeSpan.Zero && options.RenewAhead <= options.Lifetime / 2,
            "Notifications:RenewAhead",
            "must be more than zero and at most half of Lifetime");
        findings.Check(options.Containers.All(container => SiteEntry.TryParse(container, out _)), "Notifications:Containers", "holds an entry that is no site or library; name each by its address");
    }

    private static void CheckSecret(OptionsFindings findings, string key, string? secret) =>
        findings.Check(string.IsNullOrEmpty(secret) || secret.Length >= LeastSecret, key, "must have at least 32 characters");
}
