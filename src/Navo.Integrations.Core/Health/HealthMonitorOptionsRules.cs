using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Health;

/// <summary>The bounds of the monitor's options.</summary>
internal sealed class HealthMonitorOptionsRules : IValidateOptions<HealthMonitorOptions>
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, HealthMonitorOptions options)
    {
        OptionsFindings findings = new("Health", instance: null);
        findings.Check(options.Interval >= TimeSpan.FromSeconds(5) && options.Interval <= TimeSpan.FromDays(1), nameof(options.Interval), "must be 5 seconds to one day");
        findings.Check(options.Timeout > TimeSpan.Zero && options.Timeout <= FiveMinutes, nameof(options.Timeout), "must be more than zero and at most 5 minutes");
        findings.Check(options.KeepFor >= TimeSpan.Zero && options.KeepFor <= FiveMinutes, nameof(options.KeepFor), "must be zero to 5 minutes");
        return findings.ToResult();
    }
}
