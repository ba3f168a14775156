using System.Collections.Immutable;

namespace Navo.Integrations.Core.Health;

/// <summary>Those who want to hear of something. One that throws keeps nobody else from hearing.</summary>
internal sealed class Subscribers<T>(Action<Exception> failed)
{
    private ImmutableArray<Action<T>> _receivers = [];

    public IDisposable Add(Action<T> receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        Action<T> own = news => receive(news); // the same delegate may subscribe twice, and each ends for itself
        ImmutableInterlocked.Update(ref _receivers, static (all, one) => all.Add(one), own);
        return new Subscription(this, own);
    }

    public void Tell(T news)
    {
        foreach (Action<T> receive in _receivers)
        {
            try
            {
                receive(news);
            }
            catch (Exception failure)
            {
                failed(failure);
            }
        }
    }

    private sealed class Subscription(Subscribers<T> owner, Action<T> own) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref owner._receivers, static (all, one) => all.Remove(one), own);
    }
}
