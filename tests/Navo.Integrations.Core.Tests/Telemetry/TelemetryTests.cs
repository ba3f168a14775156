using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Telemetry;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Telemetry;

public sealed class TelemetryTests : IDisposable
{
    private const string Canary = "canary-text";
    private readonly PipelineHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData("confluence", "Navo.Integrations.Confluence")]
    [InlineData("enterprise-gpt", "Navo.Integrations.EnterpriseGpt")]
    public void Row082_a_kind_has_its_own_source_and_meter(string kind, string expected) => Assert.Equal(expected, TelemetryNames.Of(kind));

    [Fact]
    public async Task Row082_durations_are_recorded_in_seconds_with_bounded_tags()
    {
        using MetricCollector<double> durations = Collect<double>(TelemetryNames.OperationDuration);
        await _harness.SearchAsync(_ =>
        {
            _harness.Time.Advance(TimeSpan.FromMilliseconds(1500));
            return Task.FromResult(Samples.Page(Canary));
        }, text: Canary);
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw new ThrottledException(Canary), text: "other"));

        IReadOnlyList<CollectedMeasurement<double>> all = durations.GetMeasurementSnapshot();
        Assert.Equal(1.5, all[0].Value, 6);
        Assert.Equal(
            new Dictionary<string, object?> { ["navo.integration"] = "confluence", ["navo.instance"] = "default", ["navo.operation"] = "search" },
            all[0].Tags);
        Assert.Equal("throttled", all[1].Tags["error.type"]);
        Assert.DoesNotContain(Canary, string.Join(' ', all.SelectMany(one => one.Tags.Values)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row082_look_ups_decisions_and_omissions_are_counted()
    {
        using MetricCollector<long> lookups = Collect<long>(TelemetryNames.CacheLookups);
        using MetricCollector<long> decisions = Collect<long>(TelemetryNames.PermissionDecisions);
        using MetricCollector<long> omitted = Collect<long>(TelemetryNames.ItemsOmitted);
        await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")));
        await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")));
        _harness.Time.Advance(TimeSpan.FromMinutes(6));
        await _harness.SearchAsync(_ => throw new UnavailableException("down"));
        await _harness.Pipeline.ExecuteAsync(
            Samples.Check, new IntegrationCall<PermissionDecision>(Samples.Ann, _ => Task.FromResult(Samples.Decision(PermissionOutcome.Deny))), PipelineHarness.Token);

        Assert.Equal(["miss", "hit", "stale", "miss"], lookups.GetMeasurementSnapshot().Select(one => one.Tags["navo.cache.result"]));
        Assert.Equal(["response", "response", "response", "permission"], lookups.GetMeasurementSnapshot().Select(one => one.Tags["navo.cache.region"]));
        Assert.Equal("deny", Assert.Single(decisions.GetMeasurementSnapshot()).Tags["navo.permission.outcome"]);
        Assert.Equal([2L, 2L, 2L], omitted.GetMeasurementSnapshot().Select(one => one.Value));
        Assert.All(omitted.GetMeasurementSnapshot(), one => Assert.Equal("not_permitted", one.Tags["navo.omission.reason"]));
    }

    [Fact]
    public async Task Row082_each_call_is_one_activity_that_says_what_came_of_it()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Navo.Integrations.Tracetest",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        IIntegrationPipeline pipeline = _harness.PipelineOf("tracetest:legal");
        var good = new IntegrationCall<SearchPage>(Samples.Ann, _ => Task.FromResult(Samples.Page("1")), Canary);
        await pipeline.ExecuteAsync(Samples.Search, good, PipelineHarness.Token);
        await pipeline.ExecuteAsync(Samples.Search, good, PipelineHarness.Token);
        await Record.ExceptionAsync(() => pipeline.ExecuteAsync(Samples.Search, new IntegrationCall<SearchPage>(Samples.Ann, _ => throw new NotFoundException(Canary), ["x"]), PipelineHarness.Token));

        Assert.Equal(["source", "cache", null], ended.Select(one => one.GetTagItem("navo.origin")));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Unset, ActivityStatusCode.Error], ended.Select(one => one.Status));
        Assert.Equal("not_found", ended[2].GetTagItem("error.type"));
        Assert.All(ended, one => Assert.Equal("legal", one.GetTagItem("navo.instance")));
        Assert.DoesNotContain(Canary, string.Join(' ', ended.SelectMany(one => one.TagObjects).Select(tag => tag.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row082_the_snapshot_has_the_figures_of_one_integration_and_of_all()
    {
        IIntegrationPipeline other = _harness.PipelineOf("sharepoint");
        await _harness.SearchAsync(Slow(100));
        await _harness.SearchAsync(Slow(100));
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw new ProtocolException("x"), text: "other"));
        await other.ExecuteAsync(Samples.Uncached, new IntegrationCall<SearchPage>(Samples.Ann, Slow(500)), PipelineHarness.Token);

        IntegrationMetricsSnapshot one = _harness.Metrics.GetSnapshot(Samples.Confluence);
        Assert.Equal((3L, 2L, 1L), (one.RequestsTotal, one.RequestsSuccessful, one.RequestsFailed));
        Assert.Equal(1 / 3d, one.ErrorRate, 6);
        Assert.Equal(1 / 3d, one.CacheHitRate, 6);
        Assert.Equal(100 / 3d, one.AverageResponseTime.TotalMilliseconds, 2);

        IntegrationMetricsSnapshot all = _harness.Metrics.GetSnapshot();
        Assert.Equal(4, all.RequestsTotal);
        Assert.Equal(150, all.AverageResponseTime.TotalMilliseconds, 2);
        Assert.Equal(new IntegrationMetricsSnapshot(), _harness.Metrics.GetSnapshot(new IntegrationName("nobody")));
    }

    [Fact]
    public async Task A_failure_is_one_line_and_an_ordinary_refusal_no_warning()
    {
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw new UnavailableException("x") { StatusCode = 503 }));
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw new NotFoundException("x")));

        Assert.Equal(
            [LogLevel.Warning, LogLevel.Information],
            _harness.Logs.GetSnapshot().Where(line => line.Category == "Navo.Integrations.Confluence").Select(line => line.Level));
    }

    private Func<CancellationToken, Task<SearchPage>> Slow(int milliseconds) => _ =>
    {
        _harness.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        return Task.FromResult(Samples.Page("1"));
    };

    private MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(_harness.Services.GetRequiredService<IMeterFactory>(), "Navo.Integrations.Confluence", instrument);
}
