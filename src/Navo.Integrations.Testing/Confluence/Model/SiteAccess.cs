using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>Decides who may see what: the space's view permission, and every read restriction from the top of the tree down.</summary>
internal sealed class SiteAccess(SiteState state)
{
    private const int MaxDepth = 100;

    public bool CanView(SimulatedUser? reader, SimulatedContent content)
    {
        if (reader is { IsActive: false } || !state.Spaces.TryGetValue(content.SpaceKey, out var space) || !CanViewSpace(reader, space))
        {
            return false;
        }

        if (content.Status is "draft" && content.Latest.AuthorId != reader?.AccountId)
        {
            return false;
        }

        var groups = GroupsOf(reader);
        return Passes(reader, groups, content.ReadRestriction)
            && Ancestors(content).All(a => Passes(reader, groups, a.ReadRestriction));
    }

    public bool CanViewSpace(SimulatedUser? reader, SimulatedSpace space)
    {
        var groups = GroupsOf(reader);
        return reader is not { IsActive: false }
            && space.Grants.Any(g => g.Operation is "read" && Applies(g, reader, groups));
    }

    public bool CanAdministerSpace(SimulatedUser? reader, SimulatedSpace space)
    {
        var groups = GroupsOf(reader);
        return reader is { IsActive: true }
            && (reader.IsAdministrator || space.Grants.Any(g => g.Operation is "administer" && Applies(g, reader, groups)));
    }

    /// <summary>The contents above, highest first. Stops at a missing parent or a cycle.</summary>
    public ImmutableArray<SimulatedContent> Ancestors(SimulatedContent content)
    {
        var above = new List<SimulatedContent>();
        for (var next = content.ParentId; next is { } id && above.Count < MaxDepth;)
        {
            if (!state.Contents.TryGetValue(id, out var parent))
            {
                break;
            }

            above.Add(parent);
            next = parent.ParentId;
        }

        above.Reverse();
        return [.. above];
    }

    /// <summary>The groups that count the user as a direct or nested member.</summary>
    public ImmutableHashSet<string> GroupsOf(SimulatedUser? user)
    {
        var found = new HashSet<string>(user?.GroupIds ?? [], StringComparer.Ordinal);
        int before;
        do
        {
            before = found.Count;
            found.UnionWith(state.Groups.Values.Where(g => g.MemberGroupIds.Any(found.Contains)).Select(g => g.Id));
        }
        while (found.Count > before);

        return found.ToImmutableHashSet(StringComparer.Ordinal);
    }

    private bool Applies(SpaceGrant grant, SimulatedUser? reader, ImmutableHashSet<string> groups) => grant.Kind switch
    {
        SpacePrincipalKind.User => grant.PrincipalId is not null && grant.PrincipalId == reader?.AccountId,
        SpacePrincipalKind.Group => grant.PrincipalId is not null && groups.Contains(grant.PrincipalId),
        SpacePrincipalKind.Everyone => reader is not null,
        _ => state.AllowsAnonymousAccess,
    };

    private static bool Passes(SimulatedUser? reader, ImmutableHashSet<string> groups, SimulatedRestriction? restriction) =>
        restriction is null
        || (reader is not null && restriction.UserIds.Contains(reader.AccountId))
        || restriction.GroupIds.Any(groups.Contains);
}
