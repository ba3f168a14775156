using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>What alerts say: figures and names of integrations, nothing that came from outside.</summary>
internal static class AlertText
{
    public static string NameOf(AlertRule rule) => rule switch
    {
        AlertRule.ResponseTime => "response_time",
        AlertRule.ErrorRate => "error_rate",
        AlertRule.AuthenticationFailures => "authentication_failures",
        AlertRule.QuotaUsed => "quota_used",
        AlertRule.BreakerOpen => "breaker_open",
        AlertRule.SyncLag => "sync_lag",
        AlertRule.BudgetUsed => "budget_used",
        AlertRule.Expiry => "expiry",
        _ => "unhealthy",
    };

    public static string Raised(AlertSubject subject, double value, double threshold) => string.Create(CultureInfo.InvariantCulture, $"{Who(subject)}: {Trouble(subject.Rule, value, threshold)}.");

    public static string Resolved(AlertSubject subject) => $"{Who(subject)}: {NameOf(subject.Rule).Replace('_', ' ')} is in order again.";

    private static string Who(AlertSubject subject) => subject.Part.Length == 0 ? subject.Integration.ToString() : $"{subject.Integration}, {subject.Part}";

    private static string Trouble(AlertRule rule, double value, double threshold) => rule switch
    {
        AlertRule.ResponseTime => Say($"95 % of the calls take up to {value:0.0} s; the threshold is {threshold:0.0} s"),
        AlertRule.ErrorRate => Say($"{value * 100:0} % of the calls fail; the threshold is {threshold * 100:0} %"),
        AlertRule.AuthenticationFailures => Say($"credentials were refused {value:0} times; the threshold is {threshold:0}"),
        AlertRule.QuotaUsed => Say($"{value * 100:0} % of the source's quota is used; the threshold is {threshold * 100:0} %"),
        AlertRule.BreakerOpen => "the source kept failing and is left alone",
        AlertRule.SyncLag => Say($"the copy is {value / 3600:0.0} h behind; the threshold is {threshold / 3600:0.0} h"),
        AlertRule.BudgetUsed => Say($"{value * 100:0} % of the budget is spent or reserved; the threshold is {threshold * 100:0} %"),
        AlertRule.Expiry when value <= 0 => "it has come to its end",
        AlertRule.Expiry => Say($"it ends in {value / 86_400:0.0} days; the threshold is {threshold / 86_400:0.0} days"),
        _ => "it says that it does not work",
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
