using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Redis;
using Navo.Integrations.Redis.Internal;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what several workers share through Redis.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>
    /// Keeps checkpoints, inventories and the skip ledger of all syncs in Redis, and shares their partitions among the workers that use the same Redis and prefix. Processes tell each other when a source
    /// asked one of them to wait, how many of them use a quota, and what each is to forget of its cache. What the application registers itself for
    /// one of these is used in its place, and so is its <c>IConnectionMultiplexer</c>. Calling it again changes nothing.
    /// </summary>
    /// <param name="builder">The builder; before or after the integrations are added.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddRedisScaleOut(this INavoIntegrationsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddOptions<RedisOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisOptions>, RedisOptionsRules>());
        services.TryAddSingleton(static provider => new RedisConnection(provider.GetRequiredService<IOptions<RedisOptions>>(), provider.GetService<IConnectionMultiplexer>()));
        services.TryAddSingleton<ISyncStorage>(static provider => new RedisSyncStorage(provider.GetRequiredService<RedisConnection>()));
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RedisBus>();
        services.TryAddSingleton<ICacheInvalidationExchange, RedisCacheExchange>();
        services.TryAddSingleton<IQuotaExchange, RedisQuotaExchange>();
        services.TryAddSingleton<IPartitionStore>(static provider => new RedisPartitionStore(provider.GetRequiredService<RedisConnection>()));
        return builder;
    }

    /// <summary>Does the same with options of your own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options, after those of the configuration.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddRedisScaleOut(this INavoIntegrationsBuilder builder, Action<RedisOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddRedisScaleOut();
        builder.Services.PostConfigure(configure);
        return builder;
    }

    /// <summary>Does the same with the options that the section <c>Redis</c> sets.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations</c> or <c>integrations</c> in it.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">When the options are read: a key is unknown or cannot be read; the message names it.</exception>
    public static INavoIntegrationsBuilder AddRedisScaleOut(this INavoIntegrationsBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        builder.AddRedisScaleOut();
        builder.Services.Configure<RedisOptions>(options => IntegrationConfiguration.GetSection(configuration, RedisSchema.Schema).Bind(options));
        return builder;
    }
}
