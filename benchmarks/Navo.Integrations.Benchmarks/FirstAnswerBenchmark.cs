using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Refit;

namespace Navo.Integrations.Benchmarks;

/// <summary>From the start of a process to the end of the one that asked once, with the just-in-time compiler: ours, against bare Refit with the client factory.</summary>
internal static class FirstAnswerBenchmark
{
    private const int Rounds = 15;
    private const double Target = 1.2;

    public static async Task<Row> RunAsync(Uri address)
    {
        List<double> ours = [], bare = [];
        for (int round = -2; round < Rounds; round++)
        {
            double a = await RunAsync("first-ours", address), b = await RunAsync("first-bare", address);
            if (round >= 0)
            {
                ours.Add(a);
                bare.Add(b);
            }
        }

        double[] ratios = [.. ours.Zip(bare, static (a, b) => a / b)];
        double ratio = Sample.Quantile(ratios, 0.5);
        return new("first answer from process start", $"{Sample.Quantile(ours, 0.5):N0} ms", $"bare Refit {Sample.Quantile(bare, 0.5):N0} ms", $"{ratio:N2}, {FlowBenchmark.Spread(ratios, string.Empty)}", $"<= {Target}", ratio <= Target);
    }

    /// <summary>In a process of its own: one search through the whole stack.</summary>
    public static async Task OursAsync(Uri address)
    {
        await using ServiceProvider services = Client.Create(address, isCached: true);
        await services.GetRequiredService<IConfluenceClient>().SearchAsync(new("deploy"), AccessContext.Service);
    }

    /// <summary>In a process of its own: the same search over bare Refit.</summary>
    public static async Task BareAsync(Uri address)
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

    private static async Task<double> RunAsync(string command, Uri address)
    {
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(Cores.Whole(command, address.ToString()))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException($"{command} failed.");
    }
}
