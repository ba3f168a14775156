using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Maps the resources of one API below one or more prefixes.</summary>
internal sealed class RouteMap(IEndpointRouteBuilder endpoints, RequestPipeline pipeline, ApiFlavor flavor, params string[] prefixes)
{
    public void Get(string path, Func<SimulatedCall, Answer> resource) => Map("GET", path, resource);

    public void Post(string path, Func<SimulatedCall, Answer> resource) => Map("POST", path, resource);

    public void Put(string path, Func<SimulatedCall, Answer> resource) => Map("PUT", path, resource);

    public void Delete(string path, Func<SimulatedCall, Answer> resource) => Map("DELETE", path, resource);

    private void Map(string method, string path, Func<SimulatedCall, Answer> resource)
    {
        foreach (var prefix in prefixes)
        {
            endpoints.MapMethods(prefix + path, [method], pipeline.Resource(flavor, resource));
        }
    }
}
