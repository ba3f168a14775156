using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Decides who may view what on Data Center, which has no call for it: space permission ∧ each restricted ancestor ∧ the item itself,
/// held against the reader's groups. What can't be read leaves the decision unknown.
/// </summary>
internal sealed class DataCenterAccess(IConfluenceDataCenterApi api, DataCenterPolicies policies, InnerReads reads, ConfluenceDeskContext context)
{
    private const int PageSize = 200;

    public async Task<PermissionDecision> CheckAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        if (reader.User is not { Scheme: PrincipalSchemes.ConfluenceUserKey or PrincipalSchemes.ConfluenceUsername } user)
        {
            return context.Decide(id, reader, PermissionReason.PrincipalNotResolved, "Data Center knows users by user key or user name.");
        }

        IReadOnlySet<AccessPrincipal> principals;
        try
        {
            principals = await PrincipalsAsync(user, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return context.Decide(id, reader, PermissionReason.PrincipalNotResolved, "The instance does not know that user.");
        }
        catch (PermissionException)
        {
            return context.Decide(id, reader, PermissionReason.MembershipUnreadable, "The account may not read the groups of users.");
        }

        return await CheckAsync(id, reader, principals, cancellationToken).ConfigureAwait(false);
    }

    public Task<AccessPolicy> PolicyAsync(ContentId id, CancellationToken cancellationToken) =>
        reads.PolicyAsync(id, token => policies.ReadAsync(id, token), cancellationToken);

    public async Task<IReadOnlySet<AccessPrincipal>> PrincipalsAsync(PrincipalId user, CancellationToken cancellationToken) =>
        (await reads.PermissionAsync("principals", user.ToString(), token => PrincipalsOfAsync(user, token), cancellationToken).ConfigureAwait(false)).All;

    private async Task<PermissionDecision> CheckAsync(ContentId id, AccessContext reader, IReadOnlySet<AccessPrincipal> principals, CancellationToken cancellationToken)
    {
        try
        {
            AccessPolicy policy = await PolicyAsync(id, cancellationToken).ConfigureAwait(false);
            return PolicyEvaluator.IsSatisfied(policy, principals, out AccessClause? denying)
                ? context.Decide(id, reader, PermissionReason.Granted)
                : context.Decide(id, reader, PolicyEvaluator.ReasonOf(denying), denying is null ? null : $"{denying.Source} {denying.SourceId}");
        }
        catch (NotFoundException)
        {
            return context.Decide(id, reader, PermissionReason.NotFoundOrNotVisible);
        }
        catch (PermissionException failure)
        {
            return context.Decide(id, reader, PermissionReason.PolicyUnreadable, failure.Message);
        }
    }

    /// <summary>The user under both ids, and every group. The instance expands nested groups itself.</summary>
    private async Task<ReaderPrincipals> PrincipalsOfAsync(PrincipalId user, CancellationToken cancellationToken)
    {
        bool byKey = user.Scheme == PrincipalSchemes.ConfluenceUserKey;
        (string? name, string? key) = byKey ? ((string?)null, (string?)user.Value) : (user.Value, null);
        UserDto known = await api.GetUserAsync(name, key, cancellationToken).ConfigureAwait(false);
        HashSet<AccessPrincipal> principals = [.. DataCenterPolicies.PrincipalsOf(known)];
        IAsyncEnumerable<GroupDto> groups = PagedList.WalkAsync("start", (start, token) => api.GetGroupsOfAsync(name, key, PageSize, start, token), cancellationToken);
        await foreach (GroupDto group in groups.ConfigureAwait(false))
        {
            if (group.Name is { Length: > 0 } groupName)
            {
                principals.Add(DataCenterPolicies.Group(groupName));
            }
        }

        return new(principals);
    }
}
