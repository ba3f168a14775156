using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

/// <summary>A process that asks once: one search through the whole stack.</summary>
internal static class OurAnswer
{
    public static async Task RunAsync(Uri address)
    {
        await using ServiceProvider services = Client.Create(address, isCached: true);
        await services.GetRequiredService<IConfluenceClient>().SearchAsync(new("deploy"), AccessContext.Service);
    }
}
