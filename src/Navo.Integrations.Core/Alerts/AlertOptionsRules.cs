using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Alerts;

/// <summary>The bounds of the options of alerts.</summary>
internal sealed class AlertOptionsRules : IValidateOptions<AlertOptions>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        OptionsFindings findings = new("Alerts", instance: null);
        findings.Check(IsWithin(options.EvaluationInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)), nameof(options.EvaluationInterval), "must be one second to one hour");
        findings.Check(IsWithin(options.Window, TimeSpan.FromMinutes(1), Day), nameof(options.Window), "must be one minute to one day");
        findings.Check(options.MinimumCalls is >= 1 and <= 1_000_000, nameof(options.MinimumCalls), "must be 1 to 1,000,000");
        CheckDuration(findings, nameof(options.ResponseTime), options.ResponseTime);
        CheckShare(findings, nameof(options.ErrorRate), options.ErrorRate);
        CheckCount(findings, nameof(options.AuthenticationFailures), options.AuthenticationFailures);
        CheckShare(findings, nameof(options.QuotaUsed), options.QuotaUsed);
        CheckTimes(findings, nameof(options.BreakerOpen), options.BreakerOpen);
        CheckDuration(findings, nameof(options.SyncLag), options.SyncLag);
        CheckShare(findings, nameof(options.BudgetUsed), options.BudgetUsed);
        CheckTimeLeft(findings, nameof(options.Expiry), options.Expiry);
        CheckTimes(findings, nameof(options.Unhealthy), options.Unhealthy);
        CheckWebhook(findings, options.Webhook);
        return findings.ToResult();
    }

    private static void CheckShare(OptionsFindings findings, string rule, AlertLevelOptions options)
    {
        findings.Check(options.RaiseAt is > 0 and <= 1, $"{rule}:RaiseAt", "must be above 0 and at most 1");
        CheckEnd(findings, rule, options);
    }

    private static void CheckCount(OptionsFindings findings, string rule, AlertLevelOptions options)
    {
        findings.Check(options.RaiseAt is > 0 and <= 1_000_000, $"{rule}:RaiseAt", "must be above 0 and at most 1,000,000");
        CheckEnd(findings, rule, options);
    }

    private static void CheckEnd(OptionsFindings findings, string rule, AlertLevelOptions options)
    {
        findings.Check(options.ClearAt >= 0 && options.ClearAt < options.RaiseAt, $"{rule}:ClearAt", "must be 0 or more, and below RaiseAt");
        CheckTimes(findings, rule, options);
    }

    private static void CheckDuration(OptionsFindings findings, string rule, AlertDurationOptions options)
    {
        CheckStart(findings, rule, options);
        findings.Check(options.ClearAt >= TimeSpan.Zero && options.ClearAt < options.RaiseAt, $"{rule}:ClearAt", "must be shorter than RaiseAt");
    }

    private static void CheckTimeLeft(OptionsFindings findings, string rule, AlertDurationOptions options)
    {
        CheckStart(findings, rule, options);
        findings.Check(options.ClearAt > options.RaiseAt, $"{rule}:ClearAt", "must be longer than RaiseAt");
    }

    private static void CheckStart(OptionsFindings findings, string rule, AlertDurationOptions options)
    {
        findings.Check(options.RaiseAt > TimeSpan.Zero && options.RaiseAt <= Day * 3650, $"{rule}:RaiseAt", "must be more than zero and at most 3,650 days");
        CheckTimes(findings, rule, options);
    }

    private static void CheckTimes(OptionsFindings findings, string rule, AlertRuleOptions options)
    {
        findings.Check(IsWithin(options.RaiseAfter, TimeSpan.Zero, Day), $"{rule}:RaiseAfter", "must be zero to one day");
        findings.Check(IsWithin(options.ClearAfter, TimeSpan.Zero, Day), $"{rule}:ClearAfter", "must be zero to one day");
    }

    private static void CheckWebhook(OptionsFindings findings, AlertWebhookOptions webhook)
    {
        findings.CheckAddress("Webhook:Url", webhook.Url);
        findings.Check(webhook.Url is null || webhook.Secret is { Length: >= 16 }, "Webhook:Secret", "must have at least 16 characters; it signs what is posted to Webhook:Url");
        findings.Check(webhook.MaxAttempts is >= 1 and <= 6, "Webhook:MaxAttempts", "must be 1 to 6");
        findings.Check(webhook.Timeout > TimeSpan.Zero && webhook.Timeout <= TimeSpan.FromSeconds(30), "Webhook:Timeout", "must be more than zero and at most 30 seconds");
    }

    private static bool IsWithin(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}
