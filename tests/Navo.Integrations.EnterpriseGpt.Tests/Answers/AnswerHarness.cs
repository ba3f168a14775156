using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>The assistant on a simulated OpenAI and a source in memory.</summary>
internal sealed class AnswerHarness : IAsyncDisposable
{
    private AnswerHarness(SimulatedGpt gpt) => Gpt = gpt;

    public SimulatedGpt Gpt { get; }

    public InMemoryIntegration Origin => Gpt.Origin;

    public List<AnswerRecord> Records { get; } = [];

    public IKnowledgeAssistant Assistant => Gpt.Services.GetRequiredService<IKnowledgeAssistant>();

    public static async Task<AnswerHarness> StartAsync(Action<KnowledgeAssistantOptions>? options = null, Action<EnterpriseGptOptions>? gpt = null, Action<IServiceCollection>? services = null)
    {
        AnswerHarness? harness = null;
        SimulatedGpt simulated = await SimulatedGpt.StartAsync(
            configure: (_, o) => gpt?.Invoke(o),
            services: s =>
            {
                s.AddSingleton<IAnswerAuditSink>(new ListedRecords(r => harness!.Records.Add(r)));
                s.Configure(options ?? (static _ => { }));
                services?.Invoke(s);
            });
        return harness = new(simulated);
    }

    public Task<KnowledgeAnswer> AskAsync(string question, AccessContext? reader = null) => Assistant.AskAsync(new(question), reader ?? SimulatedGpt.Ada, SimulatedGpt.Token);

    /// <summary>What the model says to the next question; the call that takes the question apart falls back on the rules.</summary>
    public void Say(string text) => Gpt.Organization.Script(OpenAiScriptedAnswer.Say("no JSON"), OpenAiScriptedAnswer.Say(text));

    public KnowledgeContent AddPage(string id, string title, string markdown, DateTimeOffset? modified = null, IReadOnlyList<string>? labels = null, AccessPolicy? policy = null)
    {
        KnowledgeContent page = Origin.Add(id, title, markdown, policy ?? Audience.Everyone);
        ContentMetadata metadata = page.Metadata with { Modified = modified ?? page.Metadata.Modified, Labels = labels ?? [], WebAddress = new($"https://wiki.example/{id}") };
        return Origin.Add(page with { Metadata = metadata }, policy ?? Audience.Everyone);
    }

    public ValueTask DisposeAsync() => Gpt.DisposeAsync();

    private sealed class ListedRecords(Action<AnswerRecord> add) : IAnswerAuditSink
    {
        public ValueTask WriteAsync(AnswerRecord record, CancellationToken cancellationToken = default)
        {
            add(record);
            return ValueTask.CompletedTask;
        }
    }
}
