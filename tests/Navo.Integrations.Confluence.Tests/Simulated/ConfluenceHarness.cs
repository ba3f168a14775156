using System.Text;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Conformance;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>Confluence for the conformance suite: the real client, on a simulated server, on a fake clock.</summary>
internal sealed class ConfluenceHarness(SimulatedConfluence confluence, FakeTimeProvider clock) : ConformanceHarness
{
    private const string Undecidable = "Roll back a release";

    public override IIntegration Integration => confluence.Client;

    public override FakeTimeProvider Clock => clock;

    public override bool HasCache => true;

    public override int? RequestCount => confluence.Simulator.Requests.Count;

    public override string CapturedOutput => confluence.Output.Text;

    public override IReadOnlyList<string> Secrets =>
    [
        confluence.Simulator.ApiToken,
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{confluence.Simulator.Username}:{confluence.Simulator.ApiToken}")),
    ];

    public override ConformanceWorld World { get; } = new()
    {
        Insider = confluence.Reader("ada"),
        Outsider = confluence.Reader("ben"),
        VisibleItem = confluence.IdOf("Deployment process"),
        RestrictedItem = confluence.IdOf("Salary review notes"),
        AbsentItem = new("987654321"),
        UndecidableItem = confluence.IdOf(Undecidable),
        LongQuery = new("release") { Limit = 2 },
        RestrictedQuery = new("salary review notes") { Limit = 25 },
    };

    public static async Task<ConformanceHarness> CreateAsync(ConfluenceEdition edition)
    {
        FakeTimeProvider clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, clock, options =>
        {
            // The suite drives the clock a hundred times as fast as the wall's: real requests must fit in.
            options.Timeout = TimeSpan.FromSeconds(600);
            options.Http.AttemptTimeout = TimeSpan.FromSeconds(500);
            options.Http.BreakerMinimumThroughput = 1000;
            options.Cache.Response.Lifetime = options.Cache.Content.Lifetime = options.Cache.Metadata.Lifetime = options.Cache.Permission.Lifetime = TimeSpan.FromHours(12);
        });
        // Both editions' questions about one page are refused, though all may see the page itself.
        confluence.Simulator.Faults.Add($"/content/{confluence.IdOf(Undecidable)}/permission/check", Fault.Status(403), times: int.MaxValue);
        confluence.Simulator.Faults.Add($"/content/{confluence.IdOf(Undecidable)}/restriction", Fault.Status(403), times: int.MaxValue);
        return new ConfluenceHarness(confluence, clock);
    }

    public override bool TryInject(ConformanceFault fault)
    {
        Fault? real = fault switch
        {
            ConformanceFault.Unauthorized => Fault.Status(401),
            ConformanceFault.Forbidden => Fault.Status(403),
            ConformanceFault.NotFound => Fault.Status(404),
            ConformanceFault.TooManyRequests => Fault.Status(429),
            ConformanceFault.ServerError => Fault.Status(500),
            ConformanceFault.ServiceUnavailable => Fault.Status(503),
            ConformanceFault.Garbage => Fault.Status(200, "[1, 2"),
            ConformanceFault.Reset => Fault.ConnectionReset(),
            ConformanceFault.Hang => Fault.Delay(TimeSpan.FromDays(30)),
            _ => null,
        };
        if (real is not null)
        {
            confluence.Simulator.Faults.Add(string.Empty, real, times: int.MaxValue);
        }

        return real is not null;
    }

    public override ValueTask DisposeAsync() => confluence.DisposeAsync();
}
