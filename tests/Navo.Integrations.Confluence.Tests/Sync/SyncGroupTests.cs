using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Sync;

/// <summary>Who belongs to which group of Confluence, under the ids that policies and readers have.</summary>
public sealed class SyncGroupTests
{
    private static readonly SyncOptions Groups = new() { Mode = SyncMode.IdentitiesOnly };

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Row056_cloud_tells_groups_by_id_with_accounts(int? maxPageSize)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(ConfluenceEdition.Cloud, maxPageSize);
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(Groups);
        Assert.True(report.IsComplete);
        Assert.Equal(5, changes.Count);
        GroupChanged engineering = Of(changes, "grp-engineering");
        Assert.Equal(("confluence-group", "engineering", "group:confluence-group:grp-engineering"), (engineering.Group.Scheme, engineering.Name, engineering.Id.Value));
        Assert.Equal(Accounts(site, "ada", "ben", "mira"), engineering.Members);
        Assert.Equal(Accounts(site, "navo-service", "ada", "ben", "mira"), Of(changes, "grp-staff").Members);
        Assert.Empty((await site.RunAsync(Groups)).Changes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Row063_data_center_tells_groups_by_name_with_keys_and_names_nested_ones_included(int? maxPageSize)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(ConfluenceEdition.DataCenter, maxPageSize);
        Put(site, new() { Id = "inner", Name = "inner circle", MemberGroupIds = ["outer"] });
        Put(site, new() { Id = "outer", Name = "outer circle", MemberGroupIds = ["inner", "grp-hr-leads"] });
        Put(site, new() { Id = "empty", Name = "empty" });
        SimulatedUser ben = User(site, "ben");
        site.Simulator.Site.Put(ben with { GroupIds = [.. ben.GroupIds, "inner"] });
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(Groups);
        Assert.True(report.IsComplete);
        Assert.Equal(8, changes.Count);
        Assert.Equal(Users(site, "ada", "ben"), Of(changes, "outer circle").Members);
        Assert.Equal(Users(site, "ada", "ben"), Of(changes, "inner circle").Members); // a circle
        Assert.Equal(Users(site, "ada"), Of(changes, "hr-leads").Members);
        Assert.Empty(Of(changes, "empty").Members);
        Assert.Empty((await site.RunAsync(Groups)).Changes);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task A_member_who_leaves_and_a_group_that_goes_are_told(ConfluenceEdition edition)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition);
        await site.RunAsync(Groups);
        SimulatedUser ben = User(site, "ben");
        site.Simulator.Site.Put(ben with { GroupIds = ["grp-staff"] });
        site.Simulator.Site.Change(state => state with { Groups = state.Groups.Remove("grp-integrations") });
        List<ContentChange> changes = (await site.RunAsync(Groups)).Changes;
        Assert.Equal(2, changes.Count);
        GroupChanged engineering = Assert.Single(changes.OfType<GroupChanged>());
        Assert.Equal(edition == ConfluenceEdition.Cloud ? Accounts(site, "ada", "mira") : Users(site, "ada", "mira"), engineering.Members);
        Assert.Equal(edition == ConfluenceEdition.Cloud ? "grp-integrations" : "integrations", Assert.Single(changes.OfType<GroupDeleted>()).Group.Value);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, "membersByGroupId")]
    [InlineData(ConfluenceEdition.DataCenter, "/member")]
    [InlineData(ConfluenceEdition.DataCenter, "/groupmember")]
    public async Task Members_that_cannot_be_read_to_their_end_are_not_told_in_part(ConfluenceEdition edition, string path)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(edition, maxPageSize: 2);
        await site.RunAsync(Groups);
        site.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(403), Path = asked => asked.Contains("engineering", StringComparison.Ordinal) && asked.Contains(path, StringComparison.Ordinal) && (path == "/groupmember" || asked.Contains("start=2", StringComparison.Ordinal)), Times = 100 });
        List<ContentChange> changes = (await site.RunAsync(Groups)).Changes;
        Assert.Contains(changes, change => change is ContentSkipped { Item.Reason: SkipReason.Forbidden } && change.Id.Value.EndsWith("engineering", StringComparison.Ordinal));
        Assert.All(changes, change => Assert.IsType<ContentSkipped>(change)); // also of what the group lies in
        Assert.Equal(edition == ConfluenceEdition.Cloud ? 1 : 2, changes.Count);
        site.Simulator.Faults.Clear();
        Assert.Equal(changes.Count, (await site.RunAsync(Groups)).Changes.OfType<GroupChanged>().Count());
    }

    [Fact]
    public async Task On_data_center_who_is_no_administrator_learns_of_no_members_and_tells_none()
    {
        await using SyncedSite site = await SyncedSite.StartAsync(ConfluenceEdition.DataCenter, configure: options => options.ApiToken = "demo-pat-ada");
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(Groups);
        Assert.Equal(5, changes.Count);
        Assert.All(changes, change => Assert.Equal(SkipReason.Forbidden, Assert.IsType<ContentSkipped>(change).Item.Reason));
        Assert.Equal(5, report.Skipped);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task Groups_that_cannot_be_listed_are_not_taken_to_be_gone(int status)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(ConfluenceEdition.Cloud);
        await site.RunAsync(Groups);
        site.Simulator.Faults.Add("/rest/api/group?", Fault.Status(status), times: 10);
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(Groups);
        Assert.Empty(changes);
        Assert.Equal(PartitionOutcome.Failed, Assert.Single(report.Partitions).Outcome);
    }

    [Fact]
    public async Task An_outage_in_the_middle_of_a_group_ends_the_run_and_skips_nothing()
    {
        await using SyncedSite site = await SyncedSite.StartAsync(ConfluenceEdition.Cloud);
        site.Simulator.Faults.Add("membersByGroupId", Fault.Status(503), times: 10);
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(Groups);
        Assert.Empty(changes);
        Assert.IsType<UnavailableException>(Assert.Single(report.Partitions).Error);
    }

    [Fact]
    public async Task Whether_a_group_is_there_that_may_not_be_asked_for_stays_open()
    {
        await using SyncedSite site = await SyncedSite.StartAsync(ConfluenceEdition.Cloud);
        await site.RunAsync(Groups);
        site.Simulator.Site.Change(state => state with { Groups = state.Groups.Remove("grp-integrations") });
        site.Simulator.Faults.Add("by-id", Fault.Status(403), times: 10);
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(Groups);
        Assert.Equal(SkipReason.Forbidden, Assert.IsType<ContentSkipped>(Assert.Single(changes)).Item.Reason);
        Assert.Equal(0, Assert.Single(report.Partitions).Deleted);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b ü?#%")]
    public async Task A_group_of_an_odd_name_leads_nowhere_else(string name)
    {
        await using SyncedSite site = await SyncedSite.StartAsync(ConfluenceEdition.DataCenter);
        Put(site, new() { Id = "odd", Name = name });
        (List<ContentChange> changes, SyncReport report) = await site.RunAsync(Groups);
        Assert.True(report.IsComplete);
        ContentChange odd = Assert.Single(changes, change => change.Id.Value == $"group:confluence-group:{name}");
        Assert.DoesNotContain(site.Simulator.Requests, request => request.PathAndQuery.Contains("api/member", StringComparison.Ordinal));
        Assert.True(odd is ContentSkipped { Item.Reason: SkipReason.Malformed or SkipReason.Vanished } or GroupChanged { Members: [] }, odd.ToString());
    }

    private static void Put(SyncedSite site, SimulatedGroup group) => site.Simulator.Site.Put(group);

    private static SimulatedUser User(SyncedSite site, string name) => site.Simulator.Site.State.Users.Values.Single(user => user.Username == name);

    private static GroupChanged Of(IEnumerable<ContentChange> changes, string id) => Assert.Single(changes.OfType<GroupChanged>(), change => change.Group.Value == id);

    private static IEnumerable<PrincipalId> Accounts(SyncedSite site, params string[] names) =>
        names.Select(name => new PrincipalId(PrincipalSchemes.AtlassianAccount, site.Simulator.Account(name).AccountId)).OrderBy(id => id.ToString(), StringComparer.Ordinal);

    private static IEnumerable<PrincipalId> Users(SyncedSite site, params string[] names) => names
        .SelectMany(name => new PrincipalId[] { new(PrincipalSchemes.ConfluenceUserKey, User(site, name).UserKey), new(PrincipalSchemes.ConfluenceUsername, name) })
        .OrderBy(id => id.ToString(), StringComparer.Ordinal);
}
