using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;

namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>One generated instance behind the client, and questions to the client of which the truth is known.</summary>
internal sealed class TenantWorld
{
    private readonly SimulatedConfluence _confluence;
    private readonly FakeTimeProvider _time;
    private readonly string _service;
    private Tenant _tenant;

    public TenantWorld(SimulatedConfluence confluence, FakeTimeProvider time, Tenant tenant)
    {
        (_confluence, _time, _tenant) = (confluence, time, tenant);
        Random = new Random(tenant.Seed);
        _service = confluence.Simulator.Site.State.Users.Values
            .Single(user => user.Email == confluence.Simulator.Username || user.Username == confluence.Simulator.Username).AccountId;
        confluence.Simulator.Site.Change(state => state with { AllowsAnonymousAccess = true });
        TenantSite.Put(confluence.Simulator.Site, tenant, _service);
    }

    public Random Random { get; }

    /// <summary>Changes a restriction, and lets the client know of it by an event or by time.</summary>
    public void Change()
    {
        Tenant.Item changed = _tenant.Items[Random.Next(_tenant.Items.Count)];
        Tenant.Item after = changed with { Restriction = changed.Type == "page" && Random.Next(3) > 0 ? new(Some(_tenant.Users), Some(_tenant.Members.Length)) : null };
        _tenant = new()
        {
            Seed = _tenant.Seed,
            Users = _tenant.Users,
            Members = _tenant.Members,
            Nested = _tenant.Nested,
            Spaces = _tenant.Spaces,
            Items = [.. _tenant.Items.Select(item => item.Id == changed.Id ? after : item)],
        };
        _confluence.Simulator.Site.Put(TenantSite.Content(_tenant, after, _service));
        if (Random.Next(2) == 0)
        {
            _confluence.Events.AccessChanged(_confluence.Client.Name);
        }
        else
        {
            _time.Advance(TimeSpan.FromSeconds(61));
        }
    }

    /// <summary>Asks the client something on behalf of a random user.</summary>
    /// <returns>Whether the user was shown something.</returns>
    public async Task<bool> AskAsync()
    {
        int user = Random.Next(_tenant.Users);
        Tenant.Item item = _tenant.Items[Random.Next(_tenant.Items.Count)];
        bool truth = BruteForce.MayView(_tenant, user, item);
        ContentId id = TenantSite.Id(_tenant, item);
        AccessContext reader = Reader(user);
        bool shown = (Random.Next(5), item.Type) switch
        {
            (0, _) => await IsFoundAsync(user, item),
            (1, "page") => await IsReadAsync(() => _confluence.Client.GetContentAsync(id, reader, Token)),
            (2, "page") => await IsReadAsync(() => _confluence.Client.GetMetadataAsync(id, reader, Token)),
            (3, "page") => await IsReadAsync(async () => await _confluence.Client.GetCommentsAsync(id, reader, Token).ToListAsync(Token)),
            (4, "page") => await IsReadAsync(async () => await _confluence.Client.GetAttachmentsAsync(id, reader, Token).ToListAsync(Token)),
            ( > 2, "attachment") => await IsReadAsync(async () => await (await _confluence.Client.DownloadAttachmentAsync(id, reader, Token)).DisposeAsync()),
            _ => (await _confluence.Client.CheckPermissionsAsync(id, reader, Token)).IsAllowed,
        };
        Assert.True(shown == truth, string.Create(CultureInfo.InvariantCulture, $"seed {_tenant.Seed}, user {user}, {item.Type} {item.Id}: shown {shown} instead of {truth}"));
        return shown;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<bool> IsFoundAsync(int user, Tenant.Item item)
    {
        Cql query = Cql.Space.In(TenantSite.Space(_tenant, 0), TenantSite.Space(_tenant, 1)).And(Cql.Text.Contains(TenantSite.Word));
        SearchPage page = await _confluence.Client.SearchContentAsync(new CqlSearch(query) { Limit = 50 }, Reader(user), Token);
        HashSet<string> visible = [.. _tenant.Items.Where(each => BruteForce.MayView(_tenant, user, each)).Select(each => TenantSite.Id(_tenant, each).Value)];
        Assert.Subset(visible, page.Hits.Select(hit => hit.Id.Value).ToHashSet());
        return page.Hits.Any(hit => hit.Id == TenantSite.Id(_tenant, item));
    }

    private static async Task<bool> IsReadAsync(Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (NotFoundException)
        {
            return false;
        }
    }

    private AccessContext Reader(int user) => AccessContext.ForUser(new(
        _confluence.Edition == Navo.Integrations.Testing.Confluence.ConfluenceEdition.DataCenter ? PrincipalSchemes.ConfluenceUsername : PrincipalSchemes.AtlassianAccount,
        TenantSite.User(_tenant, user)));

    private HashSet<int> Some(int count) => [.. Enumerable.Range(0, count).Where(_ => Random.Next(3) == 0)];
}
