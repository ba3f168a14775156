using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;
using Navo.Integrations.Testing.InMemory;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Core.Tests.Federation;

public sealed class FederationTelemetryTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Row082_a_federated_search_counts_its_sources_by_status_and_names_no_query()
    {
        InMemoryIntegration down = new("drive:legal", _time);
        down.FailWith(new UnavailableException("Down."));
        using FederationWorld world = new(_time, new InMemoryIntegration("wiki", _time), down);
        IMeterFactory meters = world.Services.GetRequiredService<IMeterFactory>();
        using MetricCollector<double> durations = new(meters, "Navo.Integrations.Federation", TelemetryNames.FederatedDuration);
        using MetricCollector<long> sources = new(meters, "Navo.Integrations.Federation", TelemetryNames.FederatedSources);

        await world.AskAsync(new("canary"));

        Assert.Equal(new Dictionary<string, object?> { ["navo.federated.complete"] = false }, Assert.Single(durations.GetMeasurementSnapshot()).Tags);
        Assert.Equal(
            ["drive legal failed", "wiki default answered"],
            sources.GetMeasurementSnapshot().Select(one => $"{one.Tags["navo.integration"]} {one.Tags["navo.instance"]} {one.Tags["navo.federated.status"]}"));
    }

    [Fact]
    public async Task Row082_a_federated_search_is_one_activity_over_those_of_its_sources_however_it_is_asked_for()
    {
        List<Activity> inner = [];
        IIntegration source = ScriptedSource.Of("wiki", (query, _, _) =>
        {
            lock (inner)
            {
                inner.Add(Activity.Current!);
            }

            return query.Text == "canary down" ? throw new UnavailableException("Down.") : Task.FromResult(ScriptedSource.Page());
        });
        using FederationWorld world = new(_time, source);
        using ListenedTrace trace = new();

        await world.AskAsync(new("canary one"));
        await world.Search.StreamAsync(new("canary down"), FederationWorld.Ada, FederationWorld.Token).ToListAsync(FederationWorld.Token);
        FederatedQuery[] many = [new("canary two"), new("canary two"), new("canary three")];
        await world.Search.SearchManyAsync(many, FederationWorld.Ada, cancellationToken: FederationWorld.Token).ToListAsync(FederationWorld.Token);

        Activity[] ended = trace.Ended("Navo.Integrations.Federation");
        Assert.Equal(4, ended.Length);
        Assert.All(ended, one => Assert.Equal(("federated_search", trace.Root.SpanId), (one.OperationName, one.ParentSpanId)));
        Assert.Equal(ended.Select(one => one.SpanId.ToHexString()).Order(), inner.Select(one => one.SpanId.ToHexString()).Order());
        Assert.Equal([false, true, true, true], ended.Select(one => (bool)one.GetTagItem(TelemetryNames.FederatedComplete)!).Order());
        Assert.DoesNotContain("canary", string.Join(' ', ended.SelectMany(one => one.TagObjects).Select(tag => $"{tag.Key}={tag.Value}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row082_the_activity_of_a_search_that_fails_or_is_left_says_so()
    {
        using FederationWorld world = new(_time, new InMemoryIntegration("wiki", _time));
        using ListenedTrace trace = new();

        await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(new("canary") { Continuation = "forged" }));
        await foreach (FederatedUpdate update in world.Search.StreamAsync(new("canary"), FederationWorld.Ada, FederationWorld.Token))
        {
            break;
        }

        Assert.Equal(
            ["invalid_query Error", "cancelled Unset"],
            trace.Ended("Navo.Integrations.Federation").Select(one => $"{one.GetTagItem(TelemetryNames.ErrorType)} {one.Status}"));
    }

    [Fact]
    public async Task Row043_in_memory_files_are_found_by_library_and_type()
    {
        InMemoryIntegration drive = new("drive", _time);
        KnowledgeContent file = drive.Add("1", "policy.pdf", "policy", Audience.Everyone);
        drive.Add(file with { Metadata = file.Metadata with { Kind = ContentKind.Document, WebAddress = new("https://x.example/hr/policies/policy.pdf") } }, Audience.Everyone);
        drive.Add("2", "Policy", "policy", Audience.Everyone);

        async Task<string[]> Found(SearchQuery query) => [.. (await drive.SearchAsync(query, FederationWorld.Ada, FederationWorld.Token)).Hits.Select(hit => hit.Id.Value).Order()];
        Assert.Equal(["1"], await Found(new("policy") { Libraries = ["https://x.example/hr/policies"] }));
        Assert.Empty(await Found(new("policy") { Libraries = ["https://x.example/hr/pol"] }));
        Assert.Equal(["1", "2"], await Found(new("policy") { Libraries = ["https://x.example/hr/policies"], Containers = ["MEM"] }));
        Assert.Equal(["1"], await Found(new("policy") { FileTypes = ["PDF"] }));
    }
}
