using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Reads the pages of an enumeration, where the source allows it each while the one before is told: it is asked one question at a time, and never more than one page ahead. A page that says who may see its items is not
/// followed ahead: a consumer reads rights itself when a change is told, and the longer ago they were compared, the likelier they were others in between.
/// </summary>
internal sealed class Prefetch(SyncContext context, SyncPartition partition) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task<SourceAnswer<SyncPage>>? _next;
    private string? _position;

    private bool IsAboutAccess => context.Options.Mode == SyncMode.AccessOnly;

    private bool IsAllowed => context.Source.AllowsReadingAhead && !IsAboutAccess;

    /// <summary>Reads a page, or takes the one that was read ahead.</summary>
    public async Task<SourceAnswer<SyncPage>> ReadAsync(string? position, CancellationToken cancellationToken)
    {
        Task<SourceAnswer<SyncPage>> reading = _next is { } ahead && _position == position ? ahead : AskAsync(position, cancellationToken);
        _next = null;
        SourceAnswer<SyncPage> answer = await reading.ConfigureAwait(false);
        if (answer.Value is { IsLast: false, MustEnumerate: false } page && IsAllowed && !page.Items.Any(static item => item is SyncItem.Present { Access: not null }))
        {
            (_position, _next) = (page.Position, AskAsync(page.Position, cancellationToken));
        }

        return answer;
    }

    /// <summary>Ends what is read ahead.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        if (_next is { } left)
        {
            await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _end.Dispose();
    }

    private async Task<SourceAnswer<SyncPage>> AskAsync(string? position, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
        SyncPageRequest request = new(position, WithAccess: IsAboutAccess);
        return await context.AskAsync(source => source.EnumerateAsync(partition, request, either.Token), either.Token).ConfigureAwait(false);
    }
}
