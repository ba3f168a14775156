using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>What several processes tell each other, within one.</summary>
internal sealed class LinkedProcesses
{
    private readonly List<Process> _all = [];

    public Process Start()
    {
        Process process = new(this);
        _all.Add(process);
        return process;
    }

    public sealed class Process(LinkedProcesses link) : IQuotaExchange, ICacheInvalidationExchange
    {
        private readonly List<Action<QuotaNotice>> _quotas = [];
        private readonly List<Action<CacheInvalidationNotice>> _caches = [];

        public List<QuotaNotice> Told { get; } = [];

        public int Users { get; set; } = 1;

        public void Publish(QuotaNotice notice)
        {
            Told.Add(notice);
            Others().ForEach(other => other._quotas.ForEach(receive => receive(notice)));
        }

        public IDisposable Subscribe(Action<QuotaNotice> receive) => Adding(_quotas, receive);

        public int CountUsers(string quota) => Users;

        public void Publish(CacheInvalidationNotice notice) => Others().ForEach(other => other._caches.ForEach(receive => receive(notice)));

        public IDisposable Subscribe(Action<CacheInvalidationNotice> receive) => Adding(_caches, receive);

        private List<Process> Others() => link._all.FindAll(other => other != this);

        private static Removing<T> Adding<T>(List<T> list, T item)
        {
            list.Add(item);
            return new(list, item);
        }

        private sealed class Removing<T>(List<T> list, T item) : IDisposable
        {
            public void Dispose() => list.Remove(item);
        }
    }
}
