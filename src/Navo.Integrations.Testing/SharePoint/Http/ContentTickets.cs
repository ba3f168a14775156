using System.Collections.Concurrent;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Pre-authenticated addresses of bytes: good for an hour, and for whoever has them.</summary>
internal sealed class ContentTickets(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (GraphVersion Version, string Tag, DateTimeOffset End)> _tickets = new(StringComparer.Ordinal);

    public string Issue(GraphVersion version, string tag)
    {
        string ticket = Guid.CreateVersion7().ToString("N");
        _tickets[ticket] = (version, tag, time.GetUtcNow() + Life);
        return ticket;
    }

    public (GraphVersion Version, string Tag)? Find(string ticket) =>
        _tickets.TryGetValue(ticket, out (GraphVersion Version, string Tag, DateTimeOffset End) found) && found.End > time.GetUtcNow() ? (found.Version, found.Tag) : null;
}
