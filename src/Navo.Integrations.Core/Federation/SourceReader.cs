using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Reads pages of one source until they hold enough for a page of ours, or until the deadline. Whatever fails here ends here.</summary>
internal sealed class SourceReader(FederatedCall call, SourceAsk ask, TimeProvider time)
{
    /// <summary>A source whose hits the reader may hardly ever see is not read to its end for one page.</summary>
    private const int MostPages = 8;

    private readonly List<ReadPage> _pages = [];
    private readonly HashSet<ContentId> _seen = [];
    private string? _next = ask.Position?.Continuation;
    private int _repeated;

    /// <summary>Reads. The caller's own cancellation is thrown, all else is in the answer.</summary>
    public async Task<SourceAnswer> ReadAsync(CancellationToken deadline, CancellationToken caller)
    {
        long start = time.GetTimestamp();
        IntegrationException? failure = null;
        if (ask.IsOpen)
        {
            try
            {
                await ReadPagesAsync(deadline).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                caller.ThrowIfCancellationRequested();
                failure = Failure(exception, deadline.IsCancellationRequested);
                failure.Locate(ask.Integration.Name, "search");
            }
        }

        return new(ask, _pages) { Failure = failure, Next = _next, Repeated = _repeated, Duration = time.GetElapsedTime(start) };
    }

    private async Task ReadPagesAsync(CancellationToken cancellationToken)
    {
        int fresh = 0;
        int before = ask.Position!.Base;
        do
        {
            SearchPage page = await AskAsync(_next, cancellationToken).ConfigureAwait(false);
            _pages.Add(new(_next, before, page, Fresh(page.Hits, before)));
            before += page.Hits.Count;
            fresh += _pages[^1].Fresh.Count;
            _next = Checked(page.Continuation);
        }
        while (_next is not null && fresh < call.Query.Limit && _pages.Count < MostPages);
    }

    /// <summary>Asks apart from the caller's thread and waits no longer than the deadline, whatever the source makes of the token.</summary>
    private async Task<SearchPage> AskAsync(string? continuation, CancellationToken cancellationToken)
    {
        SearchQuery query = ask.Plan.Query! with { Continuation = continuation };
        Task<SearchPage> asked = Task.Run(() => ask.Integration.SearchAsync(query, call.Reader, cancellationToken), cancellationToken);
        _ = asked.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        SearchPage page = PageCheck.Require(await asked.WaitAsync(cancellationToken).ConfigureAwait(false));
        return call.Query.AllowStale || !page.Origin.IsStale
            ? page
            : throw new UnavailableException("The source is down, and the query takes no older answer from the cache in its place.");
    }

    private List<FoundHit> Fresh(IReadOnlyList<SearchHit> hits, int before)
    {
        List<FoundHit> fresh = [];
        for (int i = 0; i < hits.Count; i++)
        {
            SearchHit hit = hits[i];
            if (!_seen.Add(hit.Id))
            {
                _repeated++;
            }
            else if (!ask.Position!.IsTaken(hit.Id) && call.Planner.Keeps(hit, ask.Plan.Unexpressed))
            {
                fresh.Add(new(new(hit.Source == ask.Integration.Name ? hit : hit with { Source = ask.Integration.Name }, before + i + 1), new(hit)));
            }
        }

        return fresh;
    }

    private string? Checked(string? continuation) => continuation switch
    {
        null => null,
        { Length: > FederatedPosition.LongestContinuation } => throw new ProtocolException("The source's continuation is too long to be carried on."),
        _ when _pages.Exists(page => page.Continuation == continuation) => throw new ProtocolException("The paging of the source leads back to a page that was already seen."),
        _ => continuation,
    };

    private static IntegrationException Failure(Exception exception, bool isLate) => exception switch
    {
        IntegrationException failure => failure,
        OperationCanceledException when isLate => new IntegrationTimeoutException("The source did not answer within the deadline of the search."),
        _ => new ProtocolException($"The integration failed outside of its contract, with {exception.GetType().Name}."),
    };
}
