using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>The bounds of <see cref="RedisOptions"/>.</summary>
internal sealed class RedisOptionsRules(IServiceProviderIsService services) : IValidateOptions<RedisOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        OptionsFindings findings = new("Redis", instance: null);
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            findings.Check(services.IsService(typeof(IConnectionMultiplexer)), nameof(options.ConnectionString), "is missing, and the application registers no IConnectionMultiplexer");
        }
        else
        {
            findings.Check(IsReadable(options.ConnectionString), nameof(options.ConnectionString), "is no connection string of StackExchange.Redis");
        }

        findings.Check(
            options.KeyPrefix is { Length: > 0 and <= 100 } prefix && prefix.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':'),
            nameof(options.KeyPrefix),
            "must be 1 to 100 letters, digits, '-', '_', '.' or ':'");
        findings.Check(options.LeaseDuration >= TimeSpan.FromSeconds(1) && options.LeaseDuration <= TimeSpan.FromHours(1), nameof(options.LeaseDuration), "must be one second to one hour");
        findings.Check(IsWait(options.ConnectTimeout), nameof(options.ConnectTimeout), "must be 100 ms to one minute");
        findings.Check(IsWait(options.Timeout), nameof(options.Timeout), "must be 100 ms to one minute");
        return findings.ToResult();
    }

    private static bool IsWait(TimeSpan value) => value >= Shortest && value <= TimeSpan.FromMinutes(1);

    private static bool IsReadable(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }
}
