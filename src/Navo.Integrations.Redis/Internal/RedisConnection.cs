using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>
/// The only place that connects: the application's multiplexer, or one of its own that is made with the first question and disposed of with the container. Every failure of Redis leaves it as one of the
/// family.
/// </summary>
internal sealed class RedisConnection(IOptions<RedisOptions> options, IConnectionMultiplexer? application = null) : IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly bool _isOwn = application is null;
    private volatile IConnectionMultiplexer? _multiplexer = application;

    public RedisOptions Options => options.Value;

    public bool IsDisposed { get; private set; }

    /// <summary>A key below the prefix.</summary>
    public RedisKey Key(string rest) => $"{Options.KeyPrefix}:{rest}";

    /// <summary>Asks Redis something.</summary>
    /// <exception cref="Navo.Integrations.Abstractions.IntegrationException">It could not be asked.</exception>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            IConnectionMultiplexer multiplexer = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await question(multiplexer.GetDatabase()).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (RedisFailure.Of(failure) is { } known)
        {
            throw known;
        }
    }

    /// <summary>Asks Redis something where nobody can wait for a task.</summary>
    public T Ask<T>(Func<IDatabase, T> question)
    {
        try
        {
            return question(Open().GetDatabase());
        }
        catch (Exception failure) when (RedisFailure.Of(failure) is { } known)
        {
            throw known;
        }
    }

    /// <summary>The multiplexer, for what needs more than a question: subscriptions, locks.</summary>
    /// <exception cref="Navo.Integrations.Abstractions.IntegrationException">There is no connection to be had.</exception>
    public async ValueTask<IConnectionMultiplexer> OpenAsync(CancellationToken cancellationToken)
    {
        if (_multiplexer is { } open)
        {
            return open;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _multiplexer ??= await ConnectionMultiplexer.ConnectAsync(Configuration()).ConfigureAwait(false);
        }
        catch (Exception failure) when (RedisFailure.Of(failure) is { } known)
        {
            throw known;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        IsDisposed = true;
        if (_isOwn && _multiplexer is { } own)
        {
            await own.DisposeAsync().ConfigureAwait(false);
        }

        _gate.Dispose();
    }

    public void Dispose()
    {
        IsDisposed = true;
        if (_isOwn)
        {
            _multiplexer?.Dispose();
        }

        _gate.Dispose();
    }

    private IConnectionMultiplexer Open()
    {
        if (_multiplexer is { } open)
        {
            return open;
        }

        _gate.Wait();
        try
        {
            return _multiplexer ??= ConnectionMultiplexer.Connect(Configuration());
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A Redis that is away when the application starts is found when it comes; until then each question fails in its time.</summary>
    private ConfigurationOptions Configuration()
    {
        ConfigurationOptions configuration = ConfigurationOptions.Parse(Options.ConnectionString!);
        configuration.AbortOnConnectFail = false;
        configuration.ConnectTimeout = (int)Options.ConnectTimeout.TotalMilliseconds;
        configuration.AsyncTimeout = configuration.SyncTimeout = (int)Options.Timeout.TotalMilliseconds;
        configuration.ClientName ??= "Navo.Integrations";
        configuration.IncludeDetailInExceptions = false;
        return configuration;
    }
}
