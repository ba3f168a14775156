using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Redis.Internal;

/// <summary>What the section <c>Redis</c> may say.</summary>
internal static class RedisSchema
{
    public static IntegrationSchema Schema { get; } = new()
    {
        Kind = "redis",
        IsIntegration = false,
        Keys =
        [
            new(nameof(RedisOptions.ConnectionString), OptionKeyKind.Secret),
            new(nameof(RedisOptions.KeyPrefix), OptionKeyKind.Text),
            new(nameof(RedisOptions.LeaseDuration), OptionKeyKind.Seconds),
            new(nameof(RedisOptions.ConnectTimeout), OptionKeyKind.Seconds),
            new(nameof(RedisOptions.Timeout), OptionKeyKind.Seconds),
        ],
    };
}
