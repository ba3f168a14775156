using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class SpacePermissionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, 1)]
    [InlineData(ConfluenceEdition.CloudGateway, null)]
    [InlineData(ConfluenceEdition.DataCenter, null)]
    public async Task Row058_principals_and_operations_of_a_space_are_read_to_the_end(ConfluenceEdition edition, int? maxPageSize)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: maxPageSize);

        SpacePermissions permissions = await confluence.Client.GetSpacePermissionsAsync("ENG", AccessContext.Service, Token);

        bool isCloud = edition != ConfluenceEdition.DataCenter;
        SimulatedGroup staff = confluence.Simulator.Site.State.Groups["grp-staff"];
        Assert.Equal(("ENG", false, false), (permissions.Space.Key, permissions.UsesRoles, permissions.IsPublic));
        Assert.Equal(confluence.Simulator.Site.State.Spaces["ENG"].Grants.Length, permissions.Grants.Count);
        SpacePermissionGrant view = permissions.Grants.First(g => g.HolderId == (isCloud ? staff.Id : staff.Name));
        Assert.Equal((SpacePermissionHolder.Group, "read", "space", true), (view.Holder, view.Operation, view.Target, view.IsView));
        Assert.Equal(new PrincipalId(PrincipalSchemes.ConfluenceGroup, isCloud ? staff.Id : staff.Name), view.Principal);
        SpacePermissionGrant administer = permissions.Grants.Single(g => g.Operation == "administer");
        Assert.Equal((SpacePermissionHolder.User, isCloud ? PrincipalSchemes.AtlassianAccount : PrincipalSchemes.ConfluenceUserKey), (administer.Holder, administer.Principal?.Scheme));
    }

    [Fact]
    public async Task Row058_a_space_of_data_center_that_is_open_to_anonymous_says_so()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.DataCenter);
        Assert.True((await confluence.Client.GetSpacePermissionsAsync("DOCS", AccessContext.Service, Token)).IsPublic);
    }

    [Fact]
    public async Task Row058_roles_are_resolved_and_anonymous_signed_in_and_licensed_users_kept_apart()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud, maxPageSize: 2);
        confluence.Simulator.Site.Change(s => s with
        {
            Roles = [new("r1", "Viewer", ["read/space"]), new("r2", "Collaborator", ["read/space", "create/page", "export"]), new("r3", "Admin", ["administer/space"])],
            Spaces = s.Spaces.SetItem("ENG", s.Spaces["ENG"] with
            {
                RoleAssignments =
                [
                    new("r1", "ACCESS_CLASS", "anonymous-users"), new("r1", "ACCESS_CLASS", "authenticated-users"), new("r2", "ACCESS_CLASS", "all-licensed-users"),
                    new("r3", "USER", "acc-7"), new("r1", "GROUP", "g-7"), new("r1", "ACCESS_CLASS", "jsm-project-admins"),
                ],
            }),
        });

        SpacePermissions permissions = await confluence.Client.GetSpacePermissionsAsync("eng", AccessContext.Service, Token);

        Assert.Equal((true, true), (permissions.UsesRoles, permissions.IsPublic));
        Assert.Equal(
            [
                "Anonymous anonymous-users read/space Viewer", "SignedIn authenticated-users read/space Viewer",
                "LicensedUsers all-licensed-users read/space Collaborator", "LicensedUsers all-licensed-users create/page Collaborator", "LicensedUsers all-licensed-users export/ Collaborator",
                "User acc-7 administer/space Admin", "Group g-7 read/space Viewer", "Other jsm-project-admins read/space Viewer",
            ],
            permissions.Grants.Where(g => g.Role is not null).Select(g => $"{g.Holder} {g.HolderId} {g.Operation}/{g.Target} {g.Role}"));
    }

    [Fact]
    public async Task Row058_a_role_that_nobody_describes_is_a_failure_and_not_a_gap()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud);
        confluence.Simulator.Site.Change(s => s with
        {
            Roles = [new("r1", "Viewer", ["read/space"])],
            Spaces = s.Spaces.SetItem("ENG", s.Spaces["ENG"] with { RoleAssignments = [new("r9", "GROUP", "g-7")] }),
        });
        await Assert.ThrowsAsync<ProtocolException>(() => confluence.Client.GetSpacePermissionsAsync("ENG", AccessContext.Service, Token));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row058_users_unknown_spaces_and_spaces_out_of_bounds_have_named_outcomes(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["ENG", "GONE"]);
        await Assert.ThrowsAsync<PermissionException>(() => confluence.Client.GetSpacePermissionsAsync("ENG", confluence.Reader("ada"), Token));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetSpacePermissionsAsync("GONE", AccessContext.Service, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetSpacePermissionsAsync("DOCS", AccessContext.Service, Token));
        await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetSpacePermissionsAsync(" ", AccessContext.Service, Token));
    }
}
