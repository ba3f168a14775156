using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Resources;

/// <summary>Puts comments, files and versions on pages of a simulated site.</summary>
internal static class Discussion
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    public static ContentId Id(long id) => new(id.ToString(CultureInfo.InvariantCulture));

    public static SimulatedUser Person(this SimulatedConfluence confluence, string name) =>
        confluence.Simulator.Site.State.Users.Values.Single(u => u.Username == name);

    public static SimulatedContent Comment(this SimulatedConfluence confluence, long id, SimulatedContent above, string author, string storage, SimulatedPassage? passage = null)
    {
        SimulatedContent comment = new()
        {
            Id = id,
            Type = SimulatedContentType.Comment,
            SpaceKey = above.SpaceKey,
            ParentId = above.Id,
            Passage = passage,
            Versions = [new(1, Start.AddMinutes(id % 1000), confluence.Person(author).AccountId, "Re: " + above.Title, storage)],
        };
        confluence.Simulator.Site.Put(comment);
        return comment;
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items.WithCancellation(TestContext.Current.CancellationToken))
        {
            list.Add(item);
        }

        return list;
    }
}
