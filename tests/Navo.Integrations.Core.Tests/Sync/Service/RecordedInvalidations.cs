using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Tests.Sync.Service;

/// <summary>What other processes are told to forget.</summary>
internal sealed class RecordedInvalidations : ICacheInvalidationExchange
{
    public List<CacheInvalidationNotice> Published { get; } = [];

    public void Publish(CacheInvalidationNotice notice) => Published.Add(notice);

    public IDisposable Subscribe(Action<CacheInvalidationNotice> receive) => new MemoryStream();
}
