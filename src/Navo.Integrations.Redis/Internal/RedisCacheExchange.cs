using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>Carries what is to be forgotten between processes. Whoever may have missed something forgets everything: stale decisions would show what somebody may no longer see.</summary>
internal sealed class RedisCacheExchange(RedisBus bus) : ICacheInvalidationExchange
{
    private const string Topic = "cache";

    /// <summary>How many notices could not be told.</summary>
    private long _owed;

    /// <summary>1 while they are being made up for.</summary>
    private int _isMakingUp;

    public void Publish(CacheInvalidationNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        bus.InBackground(redis => TellAsync(redis, notice), () =>
        {
            Interlocked.Increment(ref _owed);
            MakeUp();
        });
    }

    public IDisposable Subscribe(Action<CacheInvalidationNotice> receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        return bus.Listen(Topic, text => receive(Read(text)), () => receive(CacheInvalidationNotice.Everything));
    }

    /// <summary>Tells the others that everything may have changed, as soon as they can be told.</summary>
    private void MakeUp()
    {
        if (Interlocked.Exchange(ref _isMakingUp, 1) == 0)
        {
            bus.Insist(TellEverythingAsync);
        }
    }

    private async Task TellEverythingAsync(IDatabase redis)
    {
        long owed = Volatile.Read(ref _owed);
        await TellAsync(redis, CacheInvalidationNotice.Everything).ConfigureAwait(false);
        Volatile.Write(ref _isMakingUp, 0);
        if (Volatile.Read(ref _owed) != owed)
        {
            MakeUp();
        }
    }

    private Task TellAsync(IDatabase redis, CacheInvalidationNotice notice) =>
        redis.PublishAsync(RedisChannel.Literal(bus.Channel(Topic)), bus.Sign($"{notice.Kind} {notice.Integration?.ToString() ?? "*"} {notice.Item}"));

    /// <summary>Reads a notice. One that can't be read, of a later version for instance, is about everything.</summary>
    private static CacheInvalidationNotice Read(string text)
    {
        string[] parts = text.Split(' ', 3);
        if (parts is not [var kind, var integration, var item] || !Enum.TryParse(kind, out CacheInvalidationKind known) || !Enum.IsDefined(known))
        {
            return CacheInvalidationNotice.Everything;
        }

        try
        {
            return new(IntegrationName.Parse(integration), known, item.Length > 0 ? item : null);
        }
        catch (ConfigurationException)
        {
            return CacheInvalidationNotice.Everything;
        }
    }
}
