using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Redis.Internal;

/// <summary>Carries what is to be forgotten between processes. Whoever may have missed something forgets everything: stale decisions would show what somebody may no longer see.</summary>
internal sealed class RedisCacheExchange(RedisBus bus) : ICacheInvalidationExchange
{
    private const string Topic = "cache";

    public void Publish(CacheInvalidationNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        string text = bus.Sign($"{notice.Kind} {notice.Integration?.ToString() ?? "*"} {notice.Item}");
        bus.InBackground(redis => redis.PublishAsync(StackExchange.Redis.RedisChannel.Literal(bus.Channel(Topic)), text));
    }

    public IDisposable Subscribe(Action<CacheInvalidationNotice> receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        return bus.Listen(Topic, text => receive(Read(text)), () => receive(CacheInvalidationNotice.Everything));
    }

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
