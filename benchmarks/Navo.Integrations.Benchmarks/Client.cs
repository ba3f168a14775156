using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

internal static class Client
{
    public static ServiceProvider Create(Uri address, bool isCached)
    {
        var services = new ServiceCollection();
        services.AddNavoIntegrations().AddConfluence(options =>
        {
            options.BaseUrl = address;
            options.Deployment = ConfluenceDeployment.Cloud;
            options.Username = "navo@example.test";
            options.ApiToken = "benchmark";
            options.Cache.Enabled = isCached;
        });
        return services.BuildServiceProvider();
    }
}
