namespace Navo.Integrations.Abstractions;

/// <summary>What an alert is about, and so what its figures mean.</summary>
public enum AlertRule
{
    /// <summary>Calls take long: the duration that 95 % of those within the window stay within, in seconds.</summary>
    ResponseTime = 0,

    /// <summary>Calls fail: the share of those within the window, 0 to 1. What answers the caller's own question (not found, not permitted, a query that makes no sense) is no failure here.</summary>
    ErrorRate,

    /// <summary>Credentials are refused: the number of calls within the window that failed for it.</summary>
    AuthenticationFailures,

    /// <summary>A quota of the source is near its end: the share that is used, 0 to 1.</summary>
    QuotaUsed,

    /// <summary>The source kept failing and is left alone: the number of its hosts of which that is so.</summary>
    BreakerOpen,

    /// <summary>A copy falls behind: the seconds since all that changed at the source was in it.</summary>
    SyncLag,

    /// <summary>A budget is near its end: the share that is spent or reserved, 0 to 1.</summary>
    BudgetUsed,

    /// <summary>Something comes to its end, such as a model or a certificate: the seconds that are left. The fewer, the worse.</summary>
    Expiry,

    /// <summary>An integration says that it does not work: 1 where it does.</summary>
    Unhealthy,
}
