namespace Navo.Integrations.Core.Http;

/// <summary>
/// Carries between processes what concerns a quota that they share: that the source told one of them to wait, and how many they are. Registered in the container, it is used by all integrations; without
/// one, each process knows of itself alone.
/// </summary>
public interface IQuotaExchange
{
    /// <summary>Tells the others. It returns at once, and a failure to tell costs no call.</summary>
    /// <param name="notice">What to tell.</param>
    void Publish(QuotaNotice notice);

    /// <summary>Hears what the others tell, and what they told before that still counts. Not what this process told itself.</summary>
    /// <param name="receive">Called for each notice, on any thread; it returns at once.</param>
    /// <returns>Ends it when it is disposed of.</returns>
    IDisposable Subscribe(Action<QuotaNotice> receive);

    /// <summary>Counts the processes that use a quota, this one included, which is one of them from the first question on.</summary>
    /// <param name="quota">The quota, by its name as a hash.</param>
    /// <returns>At least 1; what was known last, at once.</returns>
    int CountUsers(string quota);
}
