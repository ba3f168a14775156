using static Navo.Integrations.Core.Configuration.OptionKeyKind;

namespace Navo.Integrations.Core.Configuration;

/// <summary>The settings of alerts.</summary>
internal static class AlertOptionKeys
{
    public static IReadOnlyList<OptionKey> Keys { get; } =
    [
        new("EvaluationInterval", Seconds),
        new("Window", Seconds),
        new("MinimumCalls", Integer),
        new("Log", Flag),
        new("Webhook:Url", Address),
        new("Webhook:Secret", Secret),
        new("Webhook:MaxAttempts", Integer),
        new("Webhook:Timeout", Seconds),
        .. Level("ResponseTime", Seconds),
        .. Level("ErrorRate", Number),
        .. Level("AuthenticationFailures", Number),
        .. Level("QuotaUsed", Number),
        .. Rule("BreakerOpen"),
        .. Level("SyncLag", Seconds),
        .. Level("BudgetUsed", Number),
        .. Level("Expiry", Days),
        .. Rule("Unhealthy"),
    ];

    private static OptionKey[] Level(string rule, OptionKeyKind kind) => [new($"{rule}:RaiseAt", kind), new($"{rule}:ClearAt", kind), .. Rule(rule)];

    private static OptionKey[] Rule(string rule) => [new($"{rule}:Enabled", Flag), new($"{rule}:RaiseAfter", Seconds), new($"{rule}:ClearAfter", Seconds)];
}
