using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>What health says of a certificate that the application shows: until when it counts.</summary>
public static class CertificateHealth
{
    /// <summary>How long before its end a certificate counts as degraded: 30 days.</summary>
    public static TimeSpan Warning { get; } = TimeSpan.FromDays(30);

    /// <summary>Makes the feature of a certificate: degraded in its last 30 days, unhealthy from its end on.</summary>
    /// <param name="feature">The name of the feature, for example <c>client certificate</c>.</param>
    /// <param name="end">When it ends; null where there is none, or where its end is not known.</param>
    /// <param name="now">The time it is.</param>
    /// <param name="remedy">What to do about an end that is near.</param>
    /// <returns>The feature; none without an end.</returns>
    public static IEnumerable<FeatureHealth> Of(string feature, DateTimeOffset? end, DateTimeOffset now, string remedy)
    {
        if (end is not { } day)
        {
            yield break;
        }

        HealthState state = day <= now ? HealthState.Unhealthy : day - now < Warning ? HealthState.Degraded : HealthState.Healthy;
        string said = string.Create(CultureInfo.InvariantCulture, $"it {(state == HealthState.Unhealthy ? "ended" : "ends")} on {day:yyyy-MM-dd}");
        yield return new(feature, state, said, state == HealthState.Healthy ? null : remedy) { EndsAt = day };
    }
}
