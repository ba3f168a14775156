using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>Who belongs to which group of the directory, under the ids that permissions and readers have.</summary>
public sealed class SharePointGroupTests
{
    private const string Members = "transitiveMembers";

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Row063_groups_are_told_with_all_users_below_and_no_groups(int? pageSize)
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: pageSize);
        IReadOnlyList<ContentChange> told = await bench.RunAsync(SyncMode.IdentitiesOnly);
        Assert.True(bench.Report.IsComplete);
        Assert.Equal(bench.Tenant.Groups.Count, told.Count);
        GroupChanged engineering = Of(told, "engineering");
        Assert.Equal((PrincipalSchemes.EntraObject, "Engineering"), (engineering.Group.Scheme, engineering.Name));
        Assert.Equal(Ids(bench, "ada", "cleo", "ben"), engineering.Members);
        Assert.Equal(Ids(bench, "dan"), Of(told, "circle").Members);
        Assert.Equal(Ids(bench, "dan"), Of(told, "circle two").Members);
        Assert.Empty(await bench.RunAsync(SyncMode.IdentitiesOnly));
        Assert.Equal(told.Count, Assert.Single(bench.Report.Partitions).Unchanged);
    }

    [Fact]
    public async Task A_policy_and_the_groups_that_are_told_name_the_same_principals()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        IReadOnlyList<ContentChange> told = await bench.RunAsync(SyncMode.IdentitiesOnly);
        AccessPolicy policy = await bench.SharePoint.Client.GetAccessPolicyAsync(SyncBench.IdOf(bench.Tenant.Find("Salary review notes.md")), TestContext.Current.CancellationToken);
        PrincipalId group = Assert.Single(policy.Clauses.SelectMany(clause => clause.Principals), principal => principal.Kind == AccessPrincipalKind.Group).Id;
        Assert.Equal(Ids(bench, "ada", "eve"), Assert.Single(told.OfType<GroupChanged>(), change => change.Group == group).Members);
    }

    [Fact]
    public async Task A_member_of_a_nested_group_who_leaves_and_a_group_that_goes_are_told()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.RunAsync(SyncMode.IdentitiesOnly);
        bench.Tenant.Put(bench.Tenant.Groups[GraphTenant.GroupId("platform")] with { Members = [GraphTenant.Person("cleo")] });
        bench.Tenant.RemoveGroup(GraphTenant.GroupId("hr"));
        IReadOnlyList<ContentChange> told = await bench.RunAsync(SyncMode.IdentitiesOnly);
        Assert.Equal(3, told.Count);
        Assert.Equal(Ids(bench, "cleo"), Of(told, "platform").Members);
        Assert.Equal(Ids(bench, "cleo", "ben"), Of(told, "engineering").Members);
        Assert.Equal(GraphTenant.GroupId("hr"), Assert.Single(told.OfType<GroupDeleted>()).Group.Value);
        Assert.True(bench.Report.IsComplete);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_group_that_hides_its_members_is_not_told_as_empty(bool isNested)
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.RunAsync(SyncMode.IdentitiesOnly);
        GraphGroup hidden = bench.Tenant.Groups[GraphTenant.GroupId("platform")] with { HidesMembers = true };
        bench.Tenant.Put(hidden);
        bench.Tenant.Put(bench.Tenant.Groups[GraphTenant.GroupId("engineering")] with { Members = isNested ? [hidden.Id] : [GraphTenant.Person("ada"), GraphTenant.Person("ben"), GraphTenant.Person("cleo")] });
        IReadOnlyList<ContentChange> told = await bench.RunAsync(SyncMode.IdentitiesOnly);
        Assert.All(told, change => Assert.Equal(SkipReason.Forbidden, Assert.IsType<ContentSkipped>(change).Item.Reason));
        Assert.Equal(isNested ? 2 : 1, told.Count);
    }

    [Fact]
    public async Task Members_that_cannot_be_read_to_their_end_are_not_told_in_part()
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 1);
        await bench.RunAsync(SyncMode.IdentitiesOnly);
        bench.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(403), Path = path => path.Contains(GraphTenant.GroupId("hr"), StringComparison.OrdinalIgnoreCase) && path.Contains("skip", StringComparison.OrdinalIgnoreCase), Times = 10 });
        ContentSkipped skipped = Assert.IsType<ContentSkipped>(Assert.Single(await bench.RunAsync(SyncMode.IdentitiesOnly)));
        Assert.Equal((SkipReason.Forbidden, "HR"), (skipped.Item.Reason, skipped.Item.Title));
        Assert.Equal(1, bench.Simulator.Faults.Struck);
        bench.Simulator.Faults.Clear();
        Assert.Equal(Ids(bench, "ada", "eve"), Of(await bench.RunAsync(SyncMode.IdentitiesOnly), "hr").Members);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task Groups_that_cannot_be_listed_are_not_taken_to_be_gone(int status)
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.RunAsync(SyncMode.IdentitiesOnly);
        bench.Simulator.Faults.Add("/groups?", Fault.Status(status), times: 10);
        Assert.Empty(await bench.RunAsync(SyncMode.IdentitiesOnly));
        Assert.Equal(PartitionOutcome.Failed, Assert.Single(bench.Report.Partitions).Outcome);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    public async Task A_link_to_a_page_that_has_run_out_begins_the_list_anew(int status)
    {
        await using SyncBench bench = await SyncBench.StartAsync(pageSize: 2);
        await bench.RunAsync(SyncMode.IdentitiesOnly);
        bench.Tenant.RemoveGroup(GraphTenant.GroupId("hr"));
        bench.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(status), Path = path => path.Contains("/groups?", StringComparison.Ordinal) && path.Contains("skip", StringComparison.OrdinalIgnoreCase) });
        Assert.IsType<GroupDeleted>(Assert.Single(await bench.RunAsync(SyncMode.IdentitiesOnly)));
        Assert.Equal(1, bench.Simulator.Faults.Struck);
        Assert.True(bench.Report.IsComplete);
    }

    [Fact]
    public async Task An_answer_that_does_not_say_what_a_member_is_makes_the_group_unknown()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.RunAsync(SyncMode.IdentitiesOnly);
        string answer = $$"""{"value":[{"id":"{{GraphTenant.Person("ada")}}"}]}""";
        bench.Simulator.Faults.Add(new FaultRule { Fault = Fault.Status(200, answer), Path = path => path.Contains(GraphTenant.GroupId("hr"), StringComparison.OrdinalIgnoreCase) && path.Contains(Members, StringComparison.Ordinal) });
        Assert.Equal(SkipReason.Malformed, Assert.IsType<ContentSkipped>(Assert.Single(await bench.RunAsync(SyncMode.IdentitiesOnly))).Item.Reason);
    }

    [Fact]
    public async Task Whether_a_group_is_there_that_may_not_be_asked_for_stays_open()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        await bench.RunAsync(SyncMode.IdentitiesOnly);
        bench.Tenant.RemoveGroup(GraphTenant.GroupId("hr"));
        bench.Simulator.Faults.Add($"/groups/{GraphTenant.GroupId("hr")}?", Fault.Status(403), times: 10);
        Assert.Equal(SkipReason.Forbidden, Assert.IsType<ContentSkipped>(Assert.Single(await bench.RunAsync(SyncMode.IdentitiesOnly))).Item.Reason);
    }

    [Fact]
    public async Task Files_and_groups_are_kept_apart()
    {
        await using SyncBench bench = await SyncBench.StartAsync();
        int files = (await bench.RunAsync()).Count;
        Assert.DoesNotContain(bench.Simulator.Requests, request => request.PathAndQuery.Contains("/groups", StringComparison.Ordinal));
        Assert.All(await bench.RunAsync(SyncMode.IdentitiesOnly), change => Assert.IsType<GroupChanged>(change));
        Assert.Empty(await bench.RunAsync(SyncMode.Full));
        Assert.NotEqual(0, files);
        Assert.True(bench.Report.IsComplete);
    }

    private static GroupChanged Of(IEnumerable<ContentChange> changes, string name) => Assert.Single(changes.OfType<GroupChanged>(), change => change.Group.Value == GraphTenant.GroupId(name));

    private static IEnumerable<PrincipalId> Ids(SyncBench bench, params string[] names) => names
        .SelectMany(name => new PrincipalId[]
        {
            new(PrincipalSchemes.EntraObject, GraphTenant.Person(name)),
            new(PrincipalSchemes.UserPrincipalName, bench.Tenant.Users[GraphTenant.Person(name)].UserPrincipalName.ToLowerInvariant()),
        })
        .OrderBy(id => id.ToString(), StringComparer.Ordinal);
}
