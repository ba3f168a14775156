using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Finds a reader in the directory, and which groups the reader belongs to.</summary>
internal sealed class SharePointReaders(IGraphApi api, GraphBatch batch, IIdentityLinker linker, InnerReads reads)
{
    private static readonly string[] Schemes = [PrincipalSchemes.EntraObject, PrincipalSchemes.UserPrincipalName];

    /// <summary>The user; null when nobody knows for sure who it is.</summary>
    public async Task<SharePointReader?> ResolveAsync(AccessContext reader, CancellationToken cancellationToken)
    {
        if (await linker.ResolveAsync(reader, Schemes, cancellationToken).ConfigureAwait(false) is not { } id)
        {
            return null;
        }

        try
        {
            return await reads.PermissionAsync("user", id.ToString(), token => ReadAsync(id, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception absent) when (absent is NotFoundException or InvalidQueryException)
        {
            return null;
        }
    }

    /// <summary>Those of some groups that the user belongs to, directly or through others.</summary>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups"/>.</remarks>
    public async Task<IReadOnlySet<string>> GroupsAsync(SharePointReader user, IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        string[] asked = [.. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return asked.Length == 0
            ? new HashSet<string>()
            : await reads.PermissionAsync("groups", $"{user.ObjectId} {string.Join(' ', asked)}", token => CheckAsync(user.ObjectId, asked, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<SharePointReader> ReadAsync(PrincipalId id, CancellationToken cancellationToken)
    {
        UserDto user = await api.GetUserAsync(PathSegment.Of(id.Value), SharePointDefaults.UserFields, cancellationToken).ConfigureAwait(false);
        string objectId = Required.Member(user.Id, "id");
        bool isAsked = id.Scheme == PrincipalSchemes.EntraObject
            ? objectId.Equals(id.Value, StringComparison.OrdinalIgnoreCase)
            : string.Equals(user.UserPrincipalName, id.Value, StringComparison.OrdinalIgnoreCase);
        return isAsked
            ? new(objectId.ToLowerInvariant(), user.UserPrincipalName, string.Equals(user.UserType, "Member", StringComparison.OrdinalIgnoreCase), user.AccountEnabled is true)
            : throw new ProtocolException("The directory answers with another user than the one asked for.");
    }

    private async Task<IReadOnlySet<string>> CheckAsync(string user, string[] groups, CancellationToken cancellationToken)
    {
        string[][] chunks = [.. groups.Chunk(SharePointDefaults.MaxGroupsOfCheck)];
        if (chunks is [var only])
        {
            return Set(await api.CheckMemberGroupsAsync(user, new() { GroupIds = only }, cancellationToken).ConfigureAwait(false), only);
        }

        HashSet<string> found = new(StringComparer.Ordinal);
        IReadOnlyList<GraphBatchAnswer> answers = await batch.SendAsync([.. chunks.Select(chunk => GraphBatchRequest.CheckMemberGroups(user, chunk))], cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < chunks.Length; i++)
        {
            found.UnionWith(Set(answers[i].Read(GraphJson.Default.GraphListDtoString), chunks[i]));
        }

        return found;
    }

    /// <summary>Only groups that were asked about count.</summary>
    private static HashSet<string> Set(GraphListDto<string> answer, string[] asked)
    {
        HashSet<string> found = [.. Required.Member(answer.Value, "value").Select(id => id.ToLowerInvariant())];
        found.IntersectWith(asked);
        return found;
    }
}
