using Microsoft.AspNetCore.Http;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>A fault within a stream of events. An answer that is no stream stays whole.</summary>
/// <param name="strike">What happens to each event; it throws <see cref="StreamEndedException"/> to end the stream.</param>
internal sealed class StreamFault(Func<StreamMoment, TimeProvider, Task> strike) : Fault
{
    public Task StrikeAsync(StreamMoment moment, TimeProvider clock) => strike(moment, clock);

    internal override Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock)
    {
        http.Items[typeof(StreamFault)] = this;
        return next(http);
    }
}
