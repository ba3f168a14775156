using System.Diagnostics;

namespace Navo.Integrations.Redis.Tests;

/// <summary>A worker in a process of its own, and what it says.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public List<string> Lines { get; } = [];

    public static WorkerProcess Start(IReadOnlyDictionary<string, string> environment, int standAfter, int runs)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Navo.Integrations.Redis.Worker.dll"), $"{standAfter}", $"{runs}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Reads what it says until it says something.</summary>
    public async Task UntilAsync(Func<string, bool> said)
    {
        using CancellationTokenSource limit = new(Patience);
        while (Lines.Count == 0 || !said(Lines[^1]))
        {
            Lines.Add(await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"The worker ended:\n{string.Join('\n', Lines)}"));
        }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        using CancellationTokenSource limit = new(Patience);
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
