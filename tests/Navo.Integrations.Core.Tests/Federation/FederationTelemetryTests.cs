using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;
using Navo.Integrations.Testing.InMemory;

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
