using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>The right answer, late.</summary>
internal sealed class DelayFault(TimeSpan delay) : Fault
{
    internal override async Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock)
    {
        await Task.Delay(delay, clock, http.RequestAborted).ConfigureAwait(false);
        await next(http).ConfigureAwait(false);
    }
}
