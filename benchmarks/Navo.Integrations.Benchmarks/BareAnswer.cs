using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace Navo.Integrations.Benchmarks;

/// <summary>A process that asks once: the same search over bare Refit.</summary>
internal static class BareAnswer
{
    public static async Task RunAsync(Uri address)
    {
        ServiceCollection services = new();
        services.AddRefitGeneratedClient<IBareSearchApi>(LeanJson.Default).ConfigureHttpClient(http =>
        {
            http.BaseAddress = address;
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("navo@example.test:benchmark")));
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IBareSearchApi>().SearchAsync("text ~ \"deploy\"", 25);
    }
}
