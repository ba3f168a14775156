using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A connection broken off before the headers.</summary>
internal sealed class ResetFault : Fault
{
    internal override Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock)
    {
        http.Abort();
        return Task.CompletedTask;
    }
}
