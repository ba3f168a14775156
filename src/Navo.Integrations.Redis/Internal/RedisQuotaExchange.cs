using System.Collections.Concurrent;
using System.Globalization;
using Navo.Integrations.Core.Http;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>
/// Carries pauses between processes, and counts those that use a quota. A pause is kept as long as it holds, so that a process that starts meanwhile waits too. A process that dies is counted until its
/// last word is older than the lease's duration.
/// </summary>
internal sealed class RedisQuotaExchange(RedisConnection connection, RedisBus bus, TimeProvider time) : IQuotaExchange, IDisposable
{
    private const string Topic = "quota";
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, int> _users = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private int _isBeating;

    private RedisKey PausesKey => connection.Key("quota:pauses");

    public void Publish(QuotaNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        string what = $"{notice.Quota} {notice.Authority}";
        string wait = ((long)Math.Ceiling(Math.Min(notice.Wait.TotalMilliseconds, LongestPause.TotalMilliseconds))).ToString(CultureInfo.InvariantCulture);
        bus.InBackground(redis => redis.ScriptEvaluateAsync(QuotaScripts.Pause, [PausesKey], [what, wait, bus.Channel(Topic), bus.Sign($"{wait} {what}")]));
    }

    public IDisposable Subscribe(Action<QuotaNotice> receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        return bus.Listen(Topic, text => Hear(text, receive), () => bus.InBackground(redis => LoadAsync(redis, receive)));
    }

    public int CountUsers(string quota)
    {
        if (_users.TryAdd(quota, 1))
        {
            bus.InBackground(redis => UseAsync(redis, quota));
            if (Interlocked.Exchange(ref _isBeating, 1) == 0)
            {
                _ = BeatAsync();
            }
        }

        return _users[quota];
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private static void Hear(string text, Action<QuotaNotice> receive)
    {
        if (text.Split(' ', 2) is [var wait, var what])
        {
            Tell(what, wait, receive);
        }
    }

    private static void Tell(string what, string wait, Action<QuotaNotice> receive)
    {
        if (what.Split(' ', 2) is [var quota, var authority] && double.TryParse(wait, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double milliseconds) && milliseconds <= LongestPause.TotalMilliseconds)
        {
            receive(new(quota, authority, TimeSpan.FromMilliseconds(milliseconds)));
        }
    }

    private async Task LoadAsync(IDatabase redis, Action<QuotaNotice> receive)
    {
        string?[] pauses = (string?[]?)await redis.ScriptEvaluateAsync(QuotaScripts.Pauses, [PausesKey]).ConfigureAwait(false) ?? [];
        foreach (string?[] pause in pauses.Chunk(2))
        {
            if (pause is [{ } what, { } wait])
            {
                Tell(what, wait, receive);
            }
        }
    }

    private async Task UseAsync(IDatabase redis, string quota)
    {
        RedisResult count = await redis.ScriptEvaluateAsync(QuotaScripts.Use, [connection.Key($"quota:users:{quota}")], [bus.Me, (long)connection.Options.LeaseDuration.TotalMilliseconds]).ConfigureAwait(false);
        _users[quota] = Math.Max(1, (int)count);
    }

    /// <summary>Says three times in the duration of a lease that this process is there.</summary>
    private async Task BeatAsync()
    {
        using PeriodicTimer timer = new(connection.Options.LeaseDuration / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
            {
                foreach (string quota in _users.Keys)
                {
                    bus.InBackground(redis => UseAsync(redis, quota));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }
}
