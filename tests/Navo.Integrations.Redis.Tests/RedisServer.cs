using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Navo.Integrations.Redis.Internal;

[assembly: AssemblyFixture(typeof(Navo.Integrations.Redis.Tests.RedisServer))]

namespace Navo.Integrations.Redis.Tests;

/// <summary>A redis-server on a free port of the loopback interface that keeps nothing. Without the program tests skip.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private Process? _process;

    public int Port { get; private set; }

    /// <summary>What the server wants to hear of its clients; null for nothing.</summary>
    public string? Password { get; init; }

    public string ConnectionString => $"127.0.0.1:{Port}{(Password is null ? string.Empty : $",password={Password}")}";

    private static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        for (int attempt = 0; Program is not null && _process is null && attempt < 5; attempt++)
        {
            Port = FreePort();
            await StartAsync();
        }
    }

    /// <summary>Starts the server at its port, with nothing in it.</summary>
    public async Task StartAsync()
    {
        ProcessStartInfo start = new(Program!, ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder.FullName, .. Password is null ? Array.Empty<string>() : ["--requirepass", Password]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        using CancellationTokenSource limit = new(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                process.StandardOutput.Close();
                _process = process;
                return;
            }
        }

        await EndAsync(process); // somebody else was faster to take the port
    }

    /// <summary>Ends a test for which there is no server.</summary>
    public static void SkipWithout() => Assert.SkipWhen(Program is null, "redis-server is not installed.");

    /// <summary>Stops the server's clockwork, so that it takes connections and answers nothing; or lets it go on.</summary>
    public async Task SignalAsync(bool stop)
    {
        using Process kill = Process.Start("kill", [stop ? "-STOP" : "-CONT", $"{_process!.Id}"]);
        using CancellationTokenSource limit = new(Patience);
        await kill.WaitForExitAsync(limit.Token);
    }

    public async Task StopAsync()
    {
        if (_process is { } running)
        {
            await EndAsync(running);
            _process = null;
        }
    }

    /// <summary>A connection of its own, and a prefix that nobody else uses.</summary>
    internal RedisConnection Connect(Action<RedisOptions>? configure = null)
    {
        SkipWithout();
        RedisOptions options = new() { ConnectionString = ConnectionString, KeyPrefix = $"t{Guid.NewGuid():N}", LeaseDuration = TimeSpan.FromSeconds(5) };
        configure?.Invoke(options);
        return new(Options.Create(options));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task EndAsync(Process process)
    {
        process.Kill();
        using CancellationTokenSource limit = new(Patience);
        await process.WaitForExitAsync(limit.Token);
        process.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
