using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Conformance;

namespace Handbook.Tests;

/// <summary>The handbook for the conformance suite: the real client on the simulator, on a clock that costs no time.</summary>
internal sealed class HandbookHarness : ConformanceHarness
{
    private readonly HandbookSimulator _simulator;
    private readonly ServiceProvider _services;
    private readonly FakeLogCollector _logs = new();

    private HandbookHarness(HandbookSimulator simulator)
    {
        _simulator = simulator;
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(_logs)));
        services.AddNavoIntegrations().AddHandbook(options =>
        {
            options.BaseUrl = simulator.BaseUrl;
            options.Token = HandbookSimulator.Token;
            // The suite drives the clock a hundred times as fast as the wall's: real requests must fit in.
            options.Timeout = TimeSpan.FromMinutes(4);
            options.Http.AttemptTimeout = TimeSpan.FromMinutes(3);
            options.Http.BreakerMinimumThroughput = 1000;
        });
        _services = services.BuildServiceProvider();
    }

    public override FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public override IIntegration Integration => _services.GetRequiredService<IIntegrationCatalog>()["handbook"];

    public override bool HasCache => true;

    public override int? RequestCount => _simulator.Requests;

    public override IReadOnlyList<string> Secrets => [HandbookSimulator.Token];

    public override string CapturedOutput => string.Join('\n', _logs.GetSnapshot().Select(log => $"{log.Message} {log.Exception} {string.Join(' ', log.Scopes)}"));

    public override ConformanceWorld World { get; } = new()
    {
        Insider = AccessContext.ForUser(new("handbook", "ada")),
        Outsider = AccessContext.ForUser(new("handbook", "ben")),
        VisibleItem = new("holiday-1"),
        RestrictedItem = new("salaries"),
        AbsentItem = new("page-404"),
        UndecidableItem = new("unknown"),
        LongQuery = new("holiday") { Limit = 2 },
        RestrictedQuery = new("salaries"),
    };

    public static async Task<HandbookHarness> StartAsync(CancellationToken token)
    {
        HandbookSimulator simulator = await HandbookSimulator.StartAsync(token);
        for (int i = 1; i <= 7; i++)
        {
            simulator.Add(new($"holiday-{i}", $"Holiday rule {i}", $"Rule {i} of the holiday rules.", "1", ["ada", "ben"]));
        }

        simulator.Add(new("salaries", "Salaries", "The salaries of all.", "3", ["ada"]));
        simulator.Add(new("unknown", "Holiday and salaries of an imported page", "Nobody kept who may read it.", "1", Readers: null));
        return new(simulator);
    }

    public override bool TryInject(ConformanceFault fault)
    {
        _simulator.Fault = fault switch
        {
            ConformanceFault.Unauthorized => Status(401),
            ConformanceFault.Forbidden => Status(403),
            ConformanceFault.NotFound => Status(404),
            ConformanceFault.TooManyRequests => Status(429),
            ConformanceFault.ServerError => Status(500),
            ConformanceFault.ServiceUnavailable => Status(503),
            ConformanceFault.Garbage => http => http.Response.WriteAsync("[1, 2"),
            ConformanceFault.Reset => http => Task.Run(http.Abort),
            _ => http => Task.Delay(Timeout.Infinite, http.RequestAborted),
        };
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        Task end = _services.DisposeAsync().AsTask();
        await FinishAsync(end.ContinueWith(_ => true, TaskScheduler.Default)); // resilience pipelines wait on the clock for calls that are just ending
        await _simulator.DisposeAsync();
    }

    private static RequestDelegate Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
