using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>Messages between the processes that share a Redis and a prefix. What this process says itself it does not hear.</summary>
internal sealed class RedisBus(RedisConnection connection, TimeProvider time, ILogger<RedisBus> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>This process among those that share.</summary>
    public string Me { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The channel of a topic.</summary>
    public string Channel(string topic) => connection.Key($"bus:{topic}")!;

    /// <summary>A text as it travels.</summary>
    public string Sign(string text) => $"{Me} {text}";

    /// <summary>Does something with Redis in the background. What fails is logged and costs nobody anything.</summary>
    public void InBackground(Func<IDatabase, Task> work, Action? failed = null) => _ = OnceAsync(work, failed);

    /// <summary>Does something with Redis in the background, again and again until it is done or the connection is disposed of.</summary>
    public void Insist(Func<IDatabase, Task> work) => _ = InsistAsync(work);

    /// <summary>Hears a topic until it is disposed of.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="receive">Called for each text of another process.</param>
    /// <param name="missed">Called whenever something may have been missed: when hearing begins, and again after the connection was lost.</param>
    public IDisposable Listen(string topic, Action<string> receive, Action missed)
    {
        CancellationTokenSource end = new();
        _ = ListenAsync(topic, receive, missed, end.Token);
        return new Ending(end);
    }

    private async Task ListenAsync(string topic, Action<string> receive, Action missed, CancellationToken ended)
    {
        for (TimeSpan wait = FirstWait; !ended.IsCancellationRequested; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                IConnectionMultiplexer multiplexer = await connection.OpenAsync(ended).ConfigureAwait(false);
                await SubscribeAsync(multiplexer, topic, receive, missed, ended).ConfigureAwait(false);
                return;
            }
            catch (Exception failure) when (!ended.IsCancellationRequested)
            {
                RedisLog.BusFailed(logger, failure.GetType().Name);
            }

            await Task.Delay(wait, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SubscribeAsync(IConnectionMultiplexer multiplexer, string topic, Action<string> receive, Action missed, CancellationToken ended)
    {
        ISubscriber subscriber = multiplexer.GetSubscriber();
        RedisChannel channel = RedisChannel.Literal(Channel(topic));
        EventHandler<ConnectionFailedEventArgs> restored = (_, _) => missed();
        multiplexer.ConnectionRestored += restored;
        try
        {
            await subscriber.SubscribeAsync(channel, Hear).ConfigureAwait(false);
        }
        catch
        {
            multiplexer.ConnectionRestored -= restored;
            subscriber.Unsubscribe(channel, Hear, CommandFlags.FireAndForget);
            throw;
        }

        ended.Register(() =>
        {
            multiplexer.ConnectionRestored -= restored;
            subscriber.Unsubscribe(channel, Hear, CommandFlags.FireAndForget);
        });
        missed();

        void Hear(RedisChannel from, RedisValue message)
        {
            string text = message.ToString();
            if (text.Length > Me.Length && !text.StartsWith(Me, StringComparison.Ordinal))
            {
                receive(text[(Me.Length + 1)..]);
            }
        }
    }

    private async Task OnceAsync(Func<IDatabase, Task> work, Action? failed)
    {
        if (!await TryAsync(work).ConfigureAwait(false))
        {
            failed?.Invoke();
        }
    }

    private async Task InsistAsync(Func<IDatabase, Task> work)
    {
        for (TimeSpan wait = FirstWait; !connection.IsDisposed && !await TryAsync(work).ConfigureAwait(false); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            await Task.Delay(wait, time).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryAsync(Func<IDatabase, Task> work)
    {
        try
        {
            IConnectionMultiplexer multiplexer = await connection.OpenAsync(CancellationToken.None).ConfigureAwait(false);
            await work(multiplexer.GetDatabase()).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            RedisLog.BusFailed(logger, failure.GetType().Name);
            return false;
        }
    }

    private sealed class Ending(CancellationTokenSource end) : IDisposable
    {
        public void Dispose()
        {
            end.Cancel();
            end.Dispose();
        }
    }
}
