using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using StackExchange.Redis;

// Keeps a copy of a site, which lies in Redis, in step together with others; it says what it does, a line each.
// Environment: WORKER_SITE, WORKER_USER, WORKER_TOKEN, WORKER_REDIS, WORKER_PREFIX. Arguments: after how many changes to stand still (0 for never), how many whole runs to make.
string Of(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
int stand = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
int runs = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);

ServiceCollection services = new();
services.AddNavoIntegrations()
    .AddConfluence(options => (options.BaseUrl, options.Deployment, options.Username, options.ApiToken, options.UseGateway) =
        (new(Of("WORKER_SITE")), ConfluenceDeployment.Cloud, Of("WORKER_USER"), Of("WORKER_TOKEN"), false))
    .AddRedisScaleOut(options => (options.ConnectionString, options.KeyPrefix, options.LeaseDuration) = (Of("WORKER_REDIS"), Of("WORKER_PREFIX"), TimeSpan.FromSeconds(1.5)));
await using ServiceProvider provider = services.BuildServiceProvider();
using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(Of("WORKER_REDIS"));
IDatabase copy = redis.GetDatabase();
string key = $"{Of("WORKER_PREFIX")}:copy";
IContentSync sync = provider.GetRequiredKeyedService<IContentSync>("confluence");
for (int round = 0; runs > 0 && round < 300; round++)
{
    ISyncRun run = sync.SyncAsync(SyncScope.All);
    await foreach (ContentChange change in run)
    {
        ContentMetadata? metadata = (change as ContentUpserted)?.Metadata ?? (change as ContentMoved)?.Metadata;
        await (metadata is null ? (Task)copy.HashDeleteAsync(key, change.Id.Value) : copy.HashSetAsync(key, change.Id.Value, $"{metadata.Container.Key}|{metadata.Version}|{metadata.Title}"));
        await run.AcknowledgeAsync(change);
        Console.WriteLine($"told {change.Id}");
        if (--stand == 0)
        {
            Console.WriteLine("standing");
            await Console.In.ReadLineAsync(); // until it is killed, or nobody is there any more
            return 1;
        }
    }

    foreach (SyncCertificate partition in run.Report.Partitions)
    {
        Console.WriteLine($"{partition.Outcome} {partition.Partition} {partition.Error?.Message}");
    }

    runs -= run.Report.IsComplete ? 1 : 0;
    await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
}

Console.WriteLine(runs == 0 ? "finished" : "gave up");
return runs;
