using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>Checks the options of notifications.</summary>
internal static class ConfluenceNotificationRules
{
    private const int LeastSecret = 16;
    private const int LongestSecret = 255;

    public static void Check(OptionsFindings findings, ConfluenceOptions options)
    {
        ConfluenceNotificationOptions notifications = options.Notifications;
        findings.CheckAddress("Notifications:Url", notifications.Url);
        findings.Check(
            notifications.Url is null || options.BaseUrl is not { IsAbsoluteUri: true } || !ConfluenceEndpoint.From(options).IsCloud,
            "Notifications:Url",
            "is for Data Center; Cloud tells of changes to Connect and Forge apps only, so leave it out and let the sync ask");
        findings.Check(notifications.Url is null || !string.IsNullOrEmpty(notifications.Secret), "Notifications:Secret", "is missing; without it nobody can tell who sent an event");
        CheckSecret(findings, "Notifications:Secret", notifications.Secret);
        CheckSecret(findings, "Notifications:PreviousSecret", notifications.PreviousSecret);
        findings.Check(
            notifications.ReplayWindow >= TimeSpan.FromSeconds(1) && notifications.ReplayWindow <= TimeSpan.FromHours(1),
            "Notifications:ReplayWindow",
            "must be one second to one hour");
    }

    private static void CheckSecret(OptionsFindings findings, string key, string? secret) =>
        findings.Check(string.IsNullOrEmpty(secret) || secret.Length is >= LeastSecret and <= LongestSecret, key, "must have 16 to 255 characters");
}
