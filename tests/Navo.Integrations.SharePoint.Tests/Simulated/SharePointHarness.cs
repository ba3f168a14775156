using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Conformance;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>SharePoint for the conformance suite: the real client, on a simulated Graph, on a fake clock.</summary>
internal sealed class SharePointHarness(SimulatedSharePoint sharePoint, FakeTimeProvider clock) : ConformanceHarness
{
    private const string Undecidable = "Strategy.md";

    public override IIntegration Integration => sharePoint.Client;

    public override FakeTimeProvider Clock => clock;

    public override bool HasCache => true;

    public override int? RequestCount => sharePoint.Simulator.Requests.Count;

    public override string CapturedOutput => sharePoint.Output.Text;

    public override IReadOnlyList<string> Secrets => [sharePoint.Simulator.ClientSecret, "simulated-token-", "simulated-assertion-", "tempauth"];

    public override ConformanceWorld World { get; } = new()
    {
        Insider = SimulatedSharePoint.Reader("ada"),
        Outsider = SimulatedSharePoint.Reader("ben"),
        VisibleItem = sharePoint.IdOf("Deployment process.md"),
        RestrictedItem = sharePoint.IdOf("Salary review notes.md"),
        AbsentItem = new($"drives/{sharePoint.Tenant.Find("Salary review notes.md").DriveId}/items/01ABSENTABSENTABSENTABSENTABSENTAB"),
        UndecidableItem = sharePoint.IdOf(Undecidable),
        LongQuery = new("deployment waves") { Limit = 5 },
        RestrictedQuery = new("salary review notes") { Limit = 25 },
    };

    public static async Task<ConformanceHarness> CreateAsync(Action<SharePointOptions>? configure = null)
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(clock, (_, options) =>
        {
            // The suite drives the clock a hundred times as fast as the wall's: real requests must fit in.
            options.Timeout = TimeSpan.FromSeconds(600);
            options.Http.AttemptTimeout = TimeSpan.FromSeconds(500);
            options.Http.BreakerMinimumThroughput = 1000;
            options.Cache.Response.Lifetime = options.Cache.Content.Lifetime = options.Cache.Metadata.Lifetime = options.Cache.Permission.Lifetime = TimeSpan.FromHours(12);
            configure?.Invoke(options);
        });
        return new SharePointHarness(sharePoint, clock);
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
            sharePoint.Simulator.Faults.Add("/v1.0/", real, times: int.MaxValue);
        }

        return real is not null;
    }

    public override ValueTask DisposeAsync() => sharePoint.DisposeAsync();
}
