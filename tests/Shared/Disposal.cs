using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Navo.Integrations.Tests;

/// <summary>Takes services down on a fake clock: Polly's pipelines wait on it for executions that are just ending, so it has to go on.</summary>
internal static class Disposal
{
    public static async Task RunAsync(ServiceProvider services, FakeTimeProvider? time)
    {
        Task disposal = services.DisposeAsync().AsTask();
        while (!disposal.IsCompleted)
        {
            time?.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(disposal, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None));
        }

        await disposal;
    }
}
