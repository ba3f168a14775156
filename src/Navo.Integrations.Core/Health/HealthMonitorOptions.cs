namespace Navo.Integrations.Core.Health;

/// <summary>How integrations are asked how they are. Section <c>Navo:Integrations:Health</c>.</summary>
public sealed class HealthMonitorOptions
{
    /// <summary>The time from one round of the monitor to the next; one minute by default, 5 seconds to one day.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one integration may take to say how it is; 10 seconds by default, more than zero and at most 5 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer counts for all who ask, health checks as well as the monitor, so that a probe each second is no load on the source; 5 seconds by default, zero to 5 minutes.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromSeconds(5);
}
