using System.Diagnostics;

namespace Navo.Integrations.Benchmarks;

/// <summary>This program once more, as the server.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(params string[] command)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, command) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Cores.Release(start);
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        string? address = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return new ServerProcess(process, new Uri(address ?? throw new InvalidOperationException("The server ended at once.")));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }
}
