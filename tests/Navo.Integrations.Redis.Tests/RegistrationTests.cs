using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Tests.Sync;
using Navo.Integrations.Redis.Internal;
using NSubstitute;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Tests;

/// <summary>What is registered, and what is refused when the host starts.</summary>
public sealed class RegistrationTests(RedisServer server)
{
    private static readonly IntegrationName Source = new("model");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_applications_share_a_sync_whatever_was_registered_first(bool isFirst)
    {
        await using RedisConnection prefix = server.Connect();
        ModelTenant tenant = new();
        tenant.Create("A");
        tenant.Create("B");
        int told = 0;
        for (int application = 0; application < 2; application++)
        {
            ServiceCollection services = new();
            INavoIntegrationsBuilder builder = services.AddNavoIntegrations();
            builder = isFirst ? Redis(builder).AddContentSync(Source, _ => new ModelSource(tenant)) : Redis(builder.AddContentSync(Source, _ => new ModelSource(tenant)));
            await using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
            Assert.IsType<RedisCheckpointStore>(provider.GetRequiredService<ICheckpointStore>());
            Assert.IsType<RedisSkipLedger>(provider.GetRequiredService<ISkipLedger>());
            ISyncRun run = provider.GetRequiredKeyedService<IContentSync>("model").SyncAsync(SyncScope.All, cancellationToken: Token);
            await foreach (ContentChange change in run)
            {
                told++;
                await run.AcknowledgeAsync(change, Token);
            }
        }

        Assert.Equal(2, told);

        INavoIntegrationsBuilder Redis(INavoIntegrationsBuilder builder) =>
            builder.AddRedisScaleOut(options => (options.ConnectionString, options.KeyPrefix) = (server.ConnectionString, prefix.Options.KeyPrefix));
    }

    [Fact]
    public async Task What_the_application_has_of_its_own_is_used()
    {
        IConnectionMultiplexer multiplexer = Substitute.For<IConnectionMultiplexer>();
        IPartitionStore partitions = Substitute.For<IPartitionStore>();
        InMemorySyncInventory inventory = new();
        ServiceCollection services = new();
        services.AddSingleton(multiplexer).AddSingleton(partitions).AddKeyedSingleton<ISyncInventory>("model", inventory);
        services.AddNavoIntegrations().AddRedisScaleOut().AddContentSync(Source, _ => new ModelSource(new()));
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            Assert.Same(multiplexer, await provider.GetRequiredService<RedisConnection>().OpenAsync(Token));
            Assert.Same(partitions, provider.GetRequiredService<IPartitionStore>());
            Assert.Same(inventory, provider.GetRequiredKeyedService<ISyncInventory>("model"));
            Assert.NotNull(provider.GetRequiredService<IOptions<RedisOptions>>().Value); // no connection string is needed
        }

        await multiplexer.DidNotReceive().DisposeAsync();
    }

    [Theory]
    [InlineData("", "ConnectionString is missing, and the application registers no IConnectionMultiplexer", null)]
    [InlineData("ssl=nonsense,password=hush", "ConnectionString is no connection string", null)]
    [InlineData("localhost,password=hush", "KeyPrefix must be", "{x}")]
    public void A_setting_that_cannot_work_is_named_and_shows_no_secret(string connection, string complaint, string? prefix)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddRedisScaleOut(options => (options.ConnectionString, options.KeyPrefix) = (connection, prefix ?? "navo"));
        using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<RedisOptions>>().Value);
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(RedisOptions.LeaseDuration), "0.5")]
    [InlineData(nameof(RedisOptions.LeaseDuration), "3601")]
    [InlineData(nameof(RedisOptions.ConnectTimeout), "0")]
    [InlineData(nameof(RedisOptions.Timeout), "61")]
    public void A_duration_out_of_its_bounds_is_named(string key, string value)
    {
        using ServiceProvider provider = Configured(new() { ["Navo:Integrations:Redis:ConnectionString"] = "localhost", [$"Navo:Integrations:Redis:{key}"] = value });
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<RedisOptions>>().Value);
        Assert.Contains($"Navo:Integrations:Redis:{key}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_section_is_read()
    {
        using ServiceProvider provider = Configured(new() { ["integrations:redis:connection_string"] = "localhost,password=hush", ["integrations:redis:lease_duration"] = "20", ["integrations:redis:key_prefix"] = "mine" });
        RedisOptions options = provider.GetRequiredService<IOptions<RedisOptions>>().Value;
        Assert.Equal(("localhost,password=hush", TimeSpan.FromSeconds(20), "mine"), (options.ConnectionString, options.LeaseDuration, options.KeyPrefix));
        Assert.DoesNotContain("hush", options.ToString(), StringComparison.Ordinal);
    }

    private static ServiceProvider Configured(Dictionary<string, string?> values)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddSharedConfiguration(configuration, "redis").AddRedisScaleOut(configuration);
        return services.BuildServiceProvider();
    }
}
