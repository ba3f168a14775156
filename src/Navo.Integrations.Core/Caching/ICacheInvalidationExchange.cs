namespace Navo.Integrations.Core.Caching;

/// <summary>Carries <see cref="CacheInvalidation"/> between processes. Registered in the container, what one of them is told is forgotten by all; without one, each process is to be told.</summary>
public interface ICacheInvalidationExchange
{
    /// <summary>Tells the others. It returns at once; what could not be told is tried again or made up for by <see cref="CacheInvalidationNotice.Everything"/>.</summary>
    /// <param name="notice">What to forget.</param>
    void Publish(CacheInvalidationNotice notice);

    /// <summary>Hears what the others tell. After a time in which it could not hear, it is told that everything may have changed.</summary>
    /// <param name="receive">Called for each notice, on any thread; it returns at once.</param>
    /// <returns>Ends it when it is disposed of.</returns>
    IDisposable Subscribe(Action<CacheInvalidationNotice> receive);
}
