using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// The page of a library's feed after the one that is being told, asked for meanwhile. It waits as it came: what is put together from it and from other answers (paths, rights) is put together
/// when it is taken. So it is what a slow answer would be, and what happens to its items meanwhile is told by a later page or by the changes after the last one. A page that waited for a minute
/// is asked for again, and none is asked for ahead again in that walk: so slow a consumer gains nothing by it.
/// </summary>
internal sealed class FeedAhead(DriveFeed feed, IIntegrationPipeline pipeline, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>By library. One without an answer stands for a walk whose consumer is slow.</summary>
    private readonly ConcurrentDictionary<string, FeedAheadPage> _pages = new(StringComparer.Ordinal);

    /// <summary>The answer to a link: that which was asked for ahead, or one that is asked for now, as where the run that asked ahead was broken off.</summary>
    public async Task<FeedAnswer> FollowAsync(string drive, string link, CancellationToken cancellationToken)
    {
        try
        {
            if (Take(drive, link) is { } ahead)
            {
                return await ahead.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is IntegrationException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Whether it can be had is for the call to say that wants it, which has a deadline of its own.
        }

        return await feed.FollowAsync(link, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for what follows a page.</summary>
    public void Ask(string drive, SyncPage page, CancellationToken cancellationToken)
    {
        if (page.IsLast || page.MustEnumerate)
        {
            _pages.TryRemove(drive, out _);
        }
        else if (!_pages.ContainsKey(drive))
        {
            Task<FeedAnswer> answer = pipeline.ExecuteAsync(
                SharePointOperations.SyncAhead,
                new IntegrationCall<FeedAnswer>(AccessContext.Service, token => feed.FollowAsync(page.Position, token), drive) { ItemId = drive },
                cancellationToken);
            _ = answer.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // whoever takes it is told
            _pages[drive] = new(page.Position, time.GetTimestamp(), answer);
        }
    }

    private Task<FeedAnswer>? Take(string drive, string link)
    {
        if (!_pages.TryGetValue(drive, out FeedAheadPage? page) || page.Answer is null)
        {
            return null;
        }

        if (page.Link == link && time.GetElapsedTime(page.Asked) >= Fresh)
        {
            _pages[drive] = page with { Answer = null };
            return null;
        }

        _pages.TryRemove(drive, out _);
        return page.Link == link ? page.Answer : null;
    }
}
