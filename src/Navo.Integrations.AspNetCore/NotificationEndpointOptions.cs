using Navo.Integrations.Abstractions;

namespace Navo.Integrations.AspNetCore;

/// <summary>The bounds within which notifications are taken.</summary>
public sealed class NotificationEndpointOptions
{
    /// <summary>The largest body, in bytes: 1 KiB to 16 MiB, 1 MiB by default. A larger one is answered with 413.</summary>
    public int MaxBodyBytes { get; set; } = 1 << 20;

    /// <summary>How long the sender has for its body: 100 ms to a minute, five seconds by default. A slower one is answered with 408.</summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many requests a minute a sender's address may make, 1 to 1,000,000; 3,000 by default, and ten times as many from all together. More are answered with 429, before they are read. Behind a
    /// proxy that hides the sender, all share one address: forward it, or raise the bound.
    /// </summary>
    public int RequestsPerMinute { get; set; } = 3000;

    internal void Check()
    {
        Require(MaxBodyBytes is >= 1 << 10 and <= 16 << 20, nameof(MaxBodyBytes), "1,024 to 16,777,216 bytes");
        Require(BodyTimeout >= TimeSpan.FromMilliseconds(100) && BodyTimeout <= TimeSpan.FromMinutes(1), nameof(BodyTimeout), "100 ms to a minute");
        Require(RequestsPerMinute is >= 1 and <= 1_000_000, nameof(RequestsPerMinute), "1 to 1,000,000");
    }

    private static void Require(bool holds, string name, string bounds)
    {
        if (!holds)
        {
            throw new ConfigurationException($"{nameof(NotificationEndpointOptions)}.{name} must be {bounds}.");
        }
    }
}
