using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Internal.Language;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;
using Refit;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Builds the client of one instance out of its parts; each of them is told here what it stands on.</summary>
internal sealed class EnterpriseGptAssembly
{
    private readonly IServiceProvider _services;
    private readonly EnterpriseGptConnection _connection;
    private readonly IntegrationName _name;
    private readonly TimeProvider _time;
    private readonly IIntegrationPipeline _pipeline;
    private readonly IIntegrationPipeline _patient;
    private readonly OpenAiClients _clients;
    private readonly OpenAiApi _api;
    private readonly UsageMeter _meter;

    public EnterpriseGptAssembly(IServiceProvider services, EnterpriseGptConnection connection, IntegrationName name)
    {
        (_services, _connection, _name) = (services, connection, name);
        _time = services.GetRequiredService<TimeProvider>();
        IIntegrationPipelineFactory pipelines = services.GetRequiredService<IIntegrationPipelineFactory>();
        _pipeline = pipelines.Create(name, () => connection.Options, () => connection.Realm);
        _patient = pipelines.Create(name, () => StreamOptions.Of(connection.Options), () => connection.Realm);
        _clients = new(Client(EnterpriseGptDefaults.HttpClientName(name)), connection.BaseUrl, connection.OrganizationId, connection.ProjectId);
        _api = new(_clients);
        _meter = UsageRegistration.CreateMeter(services, name.Instance, Current, connection.IsRegional);
    }

    public EnterpriseGptClient CreateClient()
    {
        ModelTraits traits = new(_meter.Prices, _time);
        ModelLineup lineup = new(Current, KnownShutdownOf(traits), _time);
        IModelCaller model = CreateModel(traits, lineup);
        IPromptLibrary prompts = _services.GetRequiredService<IPromptLibrary>();
        GenerationDesk generation = new(_pipeline, _patient, new(prompts, TokenCounter.Shared, Current), model, new(_meter, Current));
        AskModel ask = (call, token) => model.AskAsync(call, null, token);
        AdministrationDesk administration = CreateAdministration();
        HealthSources health = new(_connection.Pacer, Current, _time);
        GateAndReads store = CreateStore();
        EnterpriseGptParts parts = new()
        {
            Generation = generation,
            Streams = new(generation),
            Language = new(_pipeline, _patient, new(ask, prompts, _time), new(ask, prompts, TokenCounter.Shared, Current), new(prompts, _meter, Current, _time)),
            Usage = new(_meter, administration),
            Administration = administration,
            Search = new(store.Gated, _api, Current, _name),
            Reads = store.Reads,
            Health = new(_pipeline, _api, administration, new(_api, lineup, health), health),
        };
        return new(_pipeline, store.Gated.Gate, parts, _connection.Credentials, _time);
    }

    private ModeratedModel CreateModel(ModelTraits traits, ModelLineup lineup)
    {
        long maxBytes = Current().Http.MaxResponseBytes;
        IModelWire wire = Current().GetChatClient() is { } other ? new ChatClientWire(other)
            : Current().Api == EnterpriseGptApi.ChatCompletions ? new ChatCompletionsWire(_clients, maxBytes)
            : new ResponsesWire(_clients, maxBytes);
        ModelAttempt attempt = new(wire, lineup, new(TokenCounter.Shared, traits), _meter, new(Current, traits, _time));
        ModelInstruments instruments = new(_services.GetRequiredService<IMeterFactory>(), _name);
        return new(new(lineup, attempt, instruments), (text, token) => _api.IsFlaggedAsync(Current().ModerationModel, text, token), Current);
    }

    /// <summary>Dates of OpenAI's models count at OpenAI only: a compatible server keeps its own.</summary>
    private Func<string, DateOnly?> KnownShutdownOf(ModelTraits traits) =>
        _connection.IsOpenAi && Current().GetChatClient() is null ? traits.ShutdownOf : static _ => null;

    private AdministrationDesk CreateAdministration() =>
        new(RestService.ForGenerated<IOpenAiAdministrationApi>(Client(EnterpriseGptDefaults.AdminClientName(_name)), EnterpriseGptRefit.Settings), _connection);

    private GateAndReads CreateStore()
    {
        // The gate asks the reads for a file, and the reads pass the gate: the one is made when the other is there.
        VectorStoreDecisions? decisions = null;
        ReaderGate gate = new(_pipeline, (id, _, reader, token) => decisions!.DecideAsync(id, reader, token), ReaderGate.ChecksAtOnce(Current().Http));
        GatedReads gated = new(_pipeline, gate);
        VectorStoreReads reads = new(gated, _api, Current, _name);
        decisions = new(reads, _services, Current, new(_time), _name);
        return new(gated, reads);
    }

    private EnterpriseGptOptions Current() => _connection.Options;

    private HttpClient Client(string name) => _services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private sealed record GateAndReads(GatedReads Gated, VectorStoreReads Reads);
}
