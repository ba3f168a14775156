using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint;

namespace Navo.Integrations.Benchmarks;

/// <summary>A process that downloads a file and tells the most memory that it had, before the transfer and after it.</summary>
internal static class DownloadPeak
{
    public const string Drive = "b!benchmark0000";
    public const string Folder = "01FOLDER00";

    public static async Task RunAsync(Uri address)
    {
        await using ServiceProvider services = Create(address);
        ISharePointClient client = services.GetRequiredService<ISharePointClient>();
        ContentId document = new($"drives/{Drive}/items/{Folder}");
        await client.GetMetadataAsync(document, AccessContext.Service);
        Whole.PrintPeak();
        await using DocumentDownload download = await client.GetDocumentContentAsync(document, AccessContext.Service);
        await download.Content.CopyToAsync(Stream.Null);
        Whole.PrintPeak();
    }

    public static ServiceProvider Create(Uri address)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddSharePoint(options =>
        {
            options.GraphBaseUrl = new(address, "v1.0");
            options.AccessToken = "benchmark";
            options.ResourceUnitsPerMinute = 0;
            options.IncludeMetadata = false;
            options.MaxDocumentBytes = 2L << 30;
        });
        return services.BuildServiceProvider();
    }
}
