using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Sync;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>What a sync stands on where the application gives nothing of its own, and what it gives goes before.</summary>
public sealed class ContentSyncRegistrationTests : IDisposable
{
    private static readonly IntegrationName Model = new("model");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_kept_in_the_folder_of_the_options()
    {
        await using ServiceProvider services = Services();
        IContentSync sync = Assert.Single(services.GetServices<IContentSync>());
        Assert.Same(sync, services.GetRequiredKeyedService<IContentSync>("model"));
        await sync.SyncAsync(SyncScope.All, cancellationToken: Token).CountAsync(Token);
        Assert.IsType<FileCheckpointStore>(services.GetRequiredService<ICheckpointStore>());
        Assert.IsType<SkipLedger>(services.GetRequiredService<ISkipLedger>());
        Assert.IsType<FileSyncInventory>(services.GetRequiredKeyedService<ISyncInventory>("model"));
        Assert.Equal(["model.inventory", "skipped.jsonl"], _folder.GetFiles().Select(static file => file.Name).Where(static name => !name.Contains("index", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_storage_of_the_application_goes_before()
    {
        ISyncStorage storage = Substitute.For<ISyncStorage>();
        storage.OpenInventory(Model).Returns(new InMemorySyncInventory());
        storage.CreateSkipLedger().Returns(new SkipLedger());
        await using ServiceProvider services = Services(own => own.AddSingleton(storage));
        await services.GetRequiredKeyedService<IContentSync>("model").SyncAsync(SyncScope.All, cancellationToken: Token).CountAsync(Token);
        services.GetRequiredService<ICheckpointStore>();
        storage.Received(1).CreateCheckpointStore();
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData(true, true, "own")]
    [InlineData(true, false, "own")]
    [InlineData(false, true, "common")]
    [InlineData(false, false, null)]
    public async Task A_store_of_partitions_under_its_name_goes_before_the_common_one(bool hasOwn, bool hasCommon, string? used)
    {
        Dictionary<string, IPartitionStore> stores = new() { ["own"] = Substitute.For<IPartitionStore>(), ["common"] = Substitute.For<IPartitionStore>() };
        await using ServiceProvider services = Services(own =>
        {
            if (hasOwn)
            {
                own.AddKeyedSingleton("model", stores["own"]);
            }

            if (hasCommon)
            {
                own.AddSingleton(stores["common"]);
            }
        });
        await Record.ExceptionAsync(() => services.GetRequiredKeyedService<IContentSync>("model").SyncAsync(SyncScope.All, cancellationToken: Token).CountAsync(Token).AsTask());
        Assert.Equal(used is null ? [] : [used], stores.Where(static store => store.Value.ReceivedCalls().Any()).Select(static store => store.Key));
    }

    [Fact]
    public void A_folder_that_is_none_is_named()
    {
        using ServiceProvider services = Services(static own => own.Configure<SyncStorageOptions>(static options => options.Folder = " "));
        StartupFindingsException failure = Assert.Throws<StartupFindingsException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("Navo:Integrations:Sync:Folder must be the path of a folder.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void By_default_it_is_a_folder_of_the_user()
    {
        Assert.EndsWith(Path.Combine("navo", "sync"), new SyncStorageOptions().Folder, StringComparison.Ordinal);
        INavoIntegrationsBuilder builder = new ServiceCollection().AddNavoIntegrations();
        Assert.Throws<ArgumentNullException>(() => builder.AddContentSync(Model, null!));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ServiceProvider Services(Action<IServiceCollection>? configure = null)
    {
        ServiceCollection services = new();
        services.Configure<SyncStorageOptions>(options => options.Folder = _folder.FullName);
        configure?.Invoke(services);
        services.AddNavoIntegrations().AddContentSync(Model, static _ => new ModelSource(new ModelTenant()));
        return services.BuildServiceProvider();
    }
}
