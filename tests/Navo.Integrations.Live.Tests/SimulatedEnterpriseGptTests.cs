using System.Text.Json;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.Live.Tests;

/// <summary>The same scenarios at the simulator: every request that they send is held against the vendor's description, and none leaves anything behind at the vendor.</summary>
public abstract class SimulatedEnterpriseGptTests(EnterpriseGptApi api) : EnterpriseGptScenarios
{
    private readonly DateOnly _end = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);
    private OpenAiSimulator? _simulator;

    protected override DateOnly? ShutdownDate => _end;

    protected override EnterpriseGptApi Api => api;

    protected override async ValueTask<GptAccess> OpenAsync()
    {
        OpenAiSimulator simulator = _simulator = await OpenAiSimulator.StartAsync(cancellationToken: Deadline);
        simulator.Organization.Put(new("gpt-4o") { ShutdownDate = _end });
        return new()
        {
            BaseUrl = simulator.BaseUrl,
            ApiKey = simulator.ApiKey,
            OrganizationId = simulator.OrganizationId,
            ProjectId = simulator.ProjectId,
            AdminKey = simulator.AdminApiKey,
            VectorStore = "vs_handbook",
            Words = "on-call rotation",
        };
    }

    protected override async ValueTask CloseAsync()
    {
        await using OpenAiSimulator simulator = _simulator!;
        Specified.AssertAll("OpenAi", simulator.Requests);
        Assert.All(simulator.Requests.Where(IsQuestion), AssertUnstored);
    }

    private static bool IsQuestion(RecordedRequest request) =>
        request.Method == "POST" && (request.PathAndQuery.EndsWith("/responses", StringComparison.Ordinal) || request.PathAndQuery.EndsWith("/completions", StringComparison.Ordinal));

    private static void AssertUnstored(RecordedRequest request)
    {
        using JsonDocument body = JsonDocument.Parse(request.Body);
        Assert.False(body.RootElement.GetProperty("store").GetBoolean());
    }
}
