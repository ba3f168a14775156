using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Benchmarks;

/// <summary>A process that crawls a library, with inventory and acknowledgements, and tells the most memory that it had.</summary>
internal static class SyncPeak
{
    public static async Task RunAsync(Uri graph, int items)
    {
        await CrawlAsync(graph, items);
        Whole.PrintPeak();
    }

    public static async Task CrawlAsync(Uri graph, int items)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            await using ServiceProvider services = Create(graph, folder.FullName);
            IContentSync sync = services.GetRequiredKeyedService<IContentSync>("sharepoint");
            ISyncRun run = sync.SyncAsync(SyncScope.All);
            int told = 0;
            await foreach (ContentChange change in run)
            {
                await run.AcknowledgeAsync(change);
                told++;
            }

            Check(told + 1, items, run.Report.IsComplete);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void Check(int read, int items, bool isWhole)
    {
        if (read != items || !isWhole)
        {
            throw new InvalidOperationException($"{read} of {items} items came back.");
        }
    }

    private static ServiceProvider Create(Uri graph, string folder)
    {
        ServiceCollection services = new();
        services.Configure<SyncStorageOptions>(options => options.Folder = folder);
        services.AddNavoIntegrations().AddSharePoint(options =>
        {
            options.GraphBaseUrl = graph;
            options.AccessToken = "benchmark";
            options.ResourceUnitsPerMinute = 0;
            (options.SyncLists, options.SyncPages) = (false, false);
        });
        return services.BuildServiceProvider();
    }
}
