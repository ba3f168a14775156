using Navo.Integrations.Testing.Confluence.KnowledgeBase;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence;

/// <summary>
/// The content, people and rights behind a <see cref="ConfluenceSimulator"/>. Safe for concurrent use: every change replaces the
/// immutable <see cref="State"/>, so a request that is being answered never sees half a change.
/// </summary>
public sealed class ConfluenceSite
{
    private readonly Lock _gate = new();
    private volatile SiteState _state = new();

    /// <summary>Makes an empty site.</summary>
    /// <param name="timeProvider">The clock that dates changes; the system's if null.</param>
    public ConfluenceSite(TimeProvider? timeProvider = null) => TimeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>The clock that dates changes and that CQL's <c>now()</c> reads.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The title of the site.</summary>
    public string Title { get; init; } = "Simulated Confluence";

    /// <summary>The cloud id that names the site at the gateway.</summary>
    public string CloudId { get; init; } = "5f0c6b1e-7d43-4c0e-9c57-1b1f5f3f2a10";

    /// <summary>The time zone in which CQL reads dates (IANA id).</summary>
    public string TimeZoneId { get; init; } = "Europe/Berlin";

    /// <summary>What the site holds now.</summary>
    public SiteState State => _state;

    /// <summary>
    /// Makes the site of a small software company: more than 60 pages in the spaces ENG, DOCS, RUNBOOKS and ONBOARDING, with blog
    /// posts, attachments, restrictions, and two readers with different rights. The same clock gives the same site.
    /// </summary>
    /// <param name="timeProvider">The clock from which the ages of pages count; the system's if null.</param>
    public static ConfluenceSite CreateKnowledgeBase(TimeProvider? timeProvider = null) =>
        KnowledgeBaseBuilder.Build(timeProvider ?? TimeProvider.System);

    /// <summary>Replaces the state by what <paramref name="change"/> makes of it.</summary>
    /// <param name="change">A function without side effects.</param>
    public void Change(Func<SiteState, SiteState> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            _state = change(_state);
        }
    }

    /// <summary>Adds a user or replaces the one with the same account id.</summary>
    /// <param name="user">The user.</param>
    public void Put(SimulatedUser user) => Change(s => s with { Users = s.Users.SetItem(user.AccountId, user) });

    /// <summary>Adds a group or replaces the one with the same id.</summary>
    /// <param name="group">The group.</param>
    public void Put(SimulatedGroup group) => Change(s => s with { Groups = s.Groups.SetItem(group.Id, group) });

    /// <summary>Adds a space or replaces the one with the same key.</summary>
    /// <param name="space">The space.</param>
    public void Put(SimulatedSpace space) => Change(s => s with { Spaces = s.Spaces.SetItem(space.Key, space) });

    /// <summary>Adds a content or replaces the one with the same id.</summary>
    /// <param name="content">The content.</param>
    public void Put(SimulatedContent content) => Change(s => s with { Contents = s.Contents.SetItem(content.Id, content) });

    /// <summary>Saves a new version of a content, dated by the site's clock.</summary>
    /// <param name="id">The content.</param>
    /// <param name="authorId">The account id of who saves it.</param>
    /// <param name="storage">The new body in storage format.</param>
    /// <param name="title">The new title; unchanged if null.</param>
    /// <exception cref="KeyNotFoundException">There is no such content.</exception>
    public void Edit(long id, string authorId, string storage, string? title = null) => Update(id, c => c with
    {
        Versions = c.Versions.Add(
            new SimulatedVersion(c.Latest.Number + 1, TimeProvider.GetUtcNow(), authorId, title ?? c.Title, storage)),
    });

    /// <summary>Sets or lifts the direct read restriction of a content. As in the real product, this makes no new version.</summary>
    /// <param name="id">The content.</param>
    /// <param name="restriction">The restriction, or null to lift it.</param>
    /// <exception cref="KeyNotFoundException">There is no such content.</exception>
    public void Restrict(long id, SimulatedRestriction? restriction) => Update(id, c => c with { ReadRestriction = restriction });

    /// <summary>Deletes a content for good. Does nothing if there is none with this id.</summary>
    /// <param name="id">The content.</param>
    public void Remove(long id) => Change(s => s with { Contents = s.Contents.Remove(id) });

    /// <summary>Finds the content with this title, of whatever type.</summary>
    /// <param name="title">The current title, compared exactly.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public SimulatedContent Find(string title) =>
        State.Contents.Values.FirstOrDefault(c => string.Equals(c.Title, title, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"The site holds no content titled '{title}'.");

    /// <summary>The truth, for tests: whether a user may see a content, by the space's permissions and every restriction above it.</summary>
    /// <param name="accountId">The account id of the user.</param>
    /// <param name="id">The content.</param>
    /// <returns>Whether the user may.</returns>
    public bool MayRead(string accountId, long id)
    {
        var state = State;
        return state.Users.TryGetValue(accountId, out var user) && state.Contents.TryGetValue(id, out var content) && new SiteAccess(state).CanView(user, content);
    }

    private void Update(long id, Func<SimulatedContent, SimulatedContent> change) =>
        Change(s => s with { Contents = s.Contents.SetItem(id, change(s.Contents[id])) });
}
