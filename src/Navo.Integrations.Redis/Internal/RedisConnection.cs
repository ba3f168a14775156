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
            return _multiplexer ??= await ConnectAsync().ConfigureAwait(false);
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
            return _multiplexer ??= Connect();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// One attempt tells a Redis that refuses us from one that is away. A client that goes on trying, as the second is given, can't: it says what its last attempt came to, which for a refused one may be that it
    /// was given up.
    /// </summary>
    private async Task<IConnectionMultiplexer> ConnectAsync()
    {
        try
        {
            return await ConnectionMultiplexer.ConnectAsync(Configuration(goesOn: false)).ConfigureAwait(false);
        }
        catch (RedisConnectionException failure) when (!RedisFailure.IsRefusal(failure))
        {
            return await ConnectionMultiplexer.ConnectAsync(Configuration(goesOn: true)).ConfigureAwait(false);
        }
    }

    private IConnectionMultiplexer Connect()
    {
        try
        {
            return ConnectionMultiplexer.Connect(Configuration(goesOn: false));
        }
        catch (RedisConnectionException failure) when (!RedisFailure.IsRefusal(failure))
        {
            return ConnectionMultiplexer.Connect(Configuration(goesOn: true));
        }
    }

    /// <summary>What a client is made of.</summary>
    /// <param name="goesOn">Whether a Redis that is away is found when it comes, while each question until then fails in its time; or the first attempt decides.</param>
    private ConfigurationOptions Configuration(bool goesOn)
    {
        ConfigurationOptions configuration = ConfigurationOptions.Parse(Options.ConnectionString!);
        configuration.AbortOnConnectFail = !goesOn;
        configuration.ConnectRetry = goesOn ? configuration.ConnectRetry : 1;
        configuration.ConnectTimeout = (int)Options.ConnectTimeout.TotalMilliseconds;
        configuration.AsyncTimeout = configuration.SyncTimeout = (int)Options.Timeout.TotalMilliseconds;
        configuration.ClientName ??= "Navo.Integrations";
        configuration.IncludeDetailInExceptions = false;
        return configuration;
    }
}
