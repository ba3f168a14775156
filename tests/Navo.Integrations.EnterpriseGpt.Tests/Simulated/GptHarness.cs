using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Conformance;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.InMemory;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Simulated;

/// <summary>Enterprise GPT for the conformance suite: the real client over vector stores, on a simulated OpenAI, on a fake clock.</summary>
internal sealed class GptHarness(SimulatedGpt gpt, FakeTimeProvider clock, ConformanceWorld world) : ConformanceHarness
{
    private const string Store = "vs_company";

    public override IIntegration Integration => gpt.Client;

    public override FakeTimeProvider Clock => clock;

    public override ConformanceWorld World => world;

    public override bool HasCache => true;

    public override int? RequestCount => gpt.Simulator.Requests.Count;

    public override string CapturedOutput => gpt.Output.Text;

    public override IReadOnlyList<string> Secrets => [gpt.Simulator.ApiKey, gpt.Simulator.AdminApiKey];

    public static async Task<ConformanceHarness> CreateAsync()
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        SimulatedGpt gpt = await SimulatedGpt.StartAsync(clock, (simulator, options) =>
        {
            // The suite drives the clock a hundred times as fast as the wall's: real requests must fit in.
            options.Timeout = TimeSpan.FromSeconds(600);
            options.Http.AttemptTimeout = TimeSpan.FromSeconds(500);
            options.Http.BreakerMinimumThroughput = 1000;
            options.Cache.Response.Lifetime = options.Cache.Content.Lifetime = options.Cache.Metadata.Lifetime = options.Cache.Permission.Lifetime = TimeSpan.FromHours(12);
            options.Model = "gpt-6-luna";
            options.AdminApiKey = simulator.AdminApiKey;
            options.VectorStores = [Store];
        });
        return new GptHarness(gpt, clock, Fill(gpt));
    }

    public override bool TryInject(ConformanceFault fault)
    {
        Fault? real = fault switch
        {
            ConformanceFault.Unauthorized => OpenAiFaults.InvalidApiKey(),
            ConformanceFault.Forbidden => Fault.Status(403),
            ConformanceFault.NotFound => Fault.Status(404),
            ConformanceFault.TooManyRequests => Fault.Status(429),
            ConformanceFault.ServerError => OpenAiFaults.ServerError(),
            ConformanceFault.ServiceUnavailable => OpenAiFaults.Overloaded(),
            ConformanceFault.Garbage => Fault.Status(200, "[1, 2"),
            ConformanceFault.Reset => Fault.ConnectionReset(),
            ConformanceFault.Hang => Fault.Delay(TimeSpan.FromDays(30)),
            _ => null,
        };
        if (real is not null)
        {
            gpt.Simulator.Faults.Add("/v1/", real, times: int.MaxValue);
        }

        return real is not null;
    }

    public override ValueTask DisposeAsync() => gpt.DisposeAsync();

    private static ConformanceWorld Fill(SimulatedGpt gpt)
    {
        OpenAiVectorStore store = gpt.Organization.AddVectorStore(Store);
        OpenAiFile[] waves = [.. Enumerable.Range(0, 25).Select(i => Add(gpt, store, $"wave-{i}", $"Deployment wave {i}", $"Deployment happens in waves. This is wave {i} of the deployment.", Audience.Everyone))];
        OpenAiFile salaries = Add(gpt, store, "salaries", "Salary review notes", "The salary review notes name each salary.", Audience.Users(SimulatedGpt.Ada.User!.Value));
        OpenAiFile unstamped = store.AddFile("loose.txt", "A loose note without an origin.");
        return new()
        {
            Insider = SimulatedGpt.Ada,
            Outsider = SimulatedGpt.Ben,
            VisibleItem = IdOf(waves[0]),
            RestrictedItem = IdOf(salaries),
            AbsentItem = new($"{Store}/file-absent"),
            UndecidableItem = IdOf(unstamped),
            LongQuery = new("deployment waves") { Limit = 5 },
            RestrictedQuery = new("salary review notes") { Limit = 25 },
        };
    }

    private static OpenAiFile Add(SimulatedGpt gpt, OpenAiVectorStore store, string id, string title, string text, AccessPolicy audience)
    {
        gpt.Origin.Add(id, title, text, audience);
        return store.AddFile($"{id}.md", text, new Dictionary<string, object> { ["navo_source"] = gpt.Origin.Name.ToString(), ["navo_id"] = id, ["navo_version"] = "1", ["title"] = title, ["kind"] = "page" });
    }

    private static ContentId IdOf(OpenAiFile file) => new($"{Store}/{file.Id}");
}
