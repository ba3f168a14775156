namespace Navo.Integrations.Confluence.Internal;

/// <summary>The cloud id of a site, asked for once.</summary>
internal sealed class CloudIdSource(Func<CancellationToken, Task<string>> ask) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private string? _cloudId;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_cloudId is { } known)
        {
            return known;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _cloudId ??= await ask(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
