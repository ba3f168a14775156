using Refit;

namespace Navo.Integrations.Benchmarks;

/// <summary>The search alone, over Refit with nothing around it.</summary>
internal interface IBareSearchApi
{
    [Get("/wiki/rest/api/search")]
    Task<LeanSearch> SearchAsync(string cql, int limit);
}
