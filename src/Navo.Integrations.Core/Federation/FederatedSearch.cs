using System.Diagnostics;
using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Batching;

namespace Navo.Integrations.Core.Federation;

/// <summary>The door of the federated search.</summary>
internal sealed class FederatedSearch(FederatedSources sources, IRankFusion fusion, FederationInstruments instruments, TimeProvider time) : IFederatedSearch
{
    public async Task<FederatedPage> SearchAsync(FederatedQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        FederatedRun run = Begin(query, reader, cancellationToken);
        await using ConfiguredAsyncDisposable ending = run.ConfigureAwait(false);
        return run.Finish(await Task.WhenAll(run.Sources).ConfigureAwait(false));
    }

    public IAsyncEnumerable<FederatedUpdate> StreamAsync(FederatedQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        return UpdatesAsync(query, reader, cancellationToken);
    }

    public IAsyncEnumerable<BatchItem<FederatedQuery, FederatedPage>> SearchManyAsync(
        IEnumerable<FederatedQuery> queries, AccessContext reader, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(reader);
        return ManyAsync([.. queries.Select(static query => new BatchKey(query ?? throw new ArgumentNullException(nameof(queries))))], reader, options, cancellationToken);
    }

    private async IAsyncEnumerable<FederatedUpdate> UpdatesAsync(FederatedQuery query, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FederatedRun run = Begin(query, reader, cancellationToken);
        await using ConfiguredAsyncDisposable ending = run.ConfigureAwait(false);
        List<SourceAnswer> answers = [];
        await foreach (Task<SourceAnswer> ended in Task.WhenEach(run.Sources).ConfigureAwait(false))
        {
            SourceAnswer answer = await ended.ConfigureAwait(false);
            answers.Add(answer);
            SearchHit[] hits = [.. answer.Fresh.Select(static fresh => fresh.Place.Hit)];
            yield return new() { Report = answer.Report(hits.Length), Hits = hits };
        }

        yield return new() { Page = run.Finish(answers) };
    }

    private async IAsyncEnumerable<BatchItem<FederatedQuery, FederatedPage>> ManyAsync(
        BatchKey[] keys, AccessContext reader, BatchOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (BatchItem<BatchKey, FederatedPage> item in BatchRunner.RunAsync(
            keys, (key, token) => SearchAsync(key.Query, reader, token), options, cancellationToken).ConfigureAwait(false))
        {
            yield return item.Value is { } page
                ? BatchItem<FederatedQuery, FederatedPage>.Success(item.Key.Query, item.Index, page)
                : BatchItem<FederatedQuery, FederatedPage>.Failure(item.Key.Query, item.Index, item.Error!);
        }
    }

    private FederatedRun Begin(FederatedQuery query, AccessContext reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Activity? activity = instruments.StartActivity();
        try
        {
            FederatedCall call = new(query, reader, time.GetUtcNow());
            return new(call, sources.For(call), new(fusion, instruments, time), activity, cancellationToken);
        }
        catch (Exception failure)
        {
            FederatedRun.Fail(activity, failure);
            activity?.Dispose();
            throw;
        }
    }
}
