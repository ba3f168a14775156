using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Tests;

/// <summary>The extractor as an application gets it.</summary>
internal static class Extraction
{
    /// <summary>Reads a file with the default limits, or with others.</summary>
    public static async Task<ExtractionOutcome> OfAsync(byte[] file, string? fileName = null, string? mediaType = null, Action<ExtractionOptions>? configure = null)
    {
        using MemoryStream content = new(file);
        return await OfAsync(content, fileName, mediaType, configure);
    }

    public static async Task<ExtractionOutcome> OfAsync(Stream content, string? fileName = null, string? mediaType = null, Action<ExtractionOptions>? configure = null)
    {
        await using ServiceProvider services = Services(configure);
        return await services.GetRequiredService<ITextExtractor>()
            .ExtractAsync(new() { Content = content, FileName = fileName, MediaType = mediaType }, TestContext.Current.CancellationToken);
    }

    public static ServiceProvider Services(Action<ExtractionOptions>? configure = null)
    {
        ServiceCollection services = [];
        services.AddNavoIntegrations().AddTextExtraction(configure ?? (_ => { }));
        return services.BuildServiceProvider();
    }
}
