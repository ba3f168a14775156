using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

/// <summary>A source behind a gate: it lets everybody see everything until it is told otherwise, and counts what it is asked.</summary>
internal sealed class GateWorld : IDisposable
{
    private int _checks;

    public GateWorld()
    {
        Gate = new ReaderGate(Harness.Pipeline, CheckAsync);
        Reads = new GatedReads(Harness.Pipeline, Gate);
    }

    public PipelineHarness Harness { get; } = new();

    public ReaderGate Gate { get; }

    public GatedReads Reads { get; }

    /// <summary>What the source says of an item; allow for those that are not named.</summary>
    public Dictionary<string, PermissionOutcome> Rights { get; } = new(StringComparer.Ordinal);

    /// <summary>What a check throws, if anything.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What a check waits for, if anything.</summary>
    public Task Wait { get; set; } = Task.CompletedTask;

    /// <summary>Whether what the source does not know can be known later.</summary>
    public bool IsTransient { get; set; }

    /// <summary>The containers that the checks were told of, in their order.</summary>
    public List<ContainerRef?> Containers { get; } = [];

    public int Checks => _checks;

    public int Asked { get; private set; }

    public Task<KnowledgeContent> ReadAsync(AccessContext reader, string id = "7", string? variant = null) =>
        ReadAsync(reader, new GatedRead<KnowledgeContent>(new ContentId(id), _ => AnswerAsync(Samples.Content(id)), variant));

    public Task<KnowledgeContent> ReadAsync(AccessContext reader, GatedRead<KnowledgeContent> read) =>
        Reads.ReadAsync(IntegrationOperations.GetContent, reader, read, PipelineHarness.Token);

    /// <summary>Three pages of two hits each; the source's own position is the number of the page.</summary>
    public Task<SearchPage> SearchAsync(AccessContext reader, string? continuation = null, string words = "words") =>
        Reads.SearchAsync(IntegrationOperations.Search, reader, GatedSearch.Of(FindAsync, words, continuation, words), PipelineHarness.Token);

    public Task<T> AnswerAsync<T>(T answer)
    {
        Asked++;
        return Task.FromResult(answer);
    }

    public void Dispose() => Harness.Dispose();

    private Task<SearchPage> FindAsync(string? position, CancellationToken token)
    {
        int page = position is null ? 1 : int.Parse(position, System.Globalization.CultureInfo.InvariantCulture);
        return AnswerAsync(Samples.Page($"{page}a", $"{page}b") with { Continuation = page == 3 ? null : $"{page + 1}", Omitted = [] });
    }

    private Task<PermissionDecision> CheckAsync(ContentId id, ContainerRef? container, AccessContext reader, CancellationToken token)
    {
        Interlocked.Increment(ref _checks);
        lock (Containers)
        {
            Containers.Add(container);
        }

        return Wait.IsCompleted ? Decide() : Wait.ContinueWith(_ => Decide(), token, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();

        Task<PermissionDecision> Decide() => Failure is null
            ? Task.FromResult(Samples.Decision(Rights.GetValueOrDefault(id.Value, PermissionOutcome.Allow), reader) with { Item = id, IsTransient = IsTransient })
            : Task.FromException<PermissionDecision>(Failure);
    }
}
