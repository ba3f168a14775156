using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What the restrictions of an item and of those above it add to its policy: the rule is the same in both editions, how they are read is not.</summary>
/// <param name="read">Reads a page of a content's own restriction, from an offset.</param>
/// <param name="ofUser">Who is meant by a user.</param>
/// <param name="ofGroup">Who is meant by a group.</param>
internal sealed class RestrictionClauses(
    Func<string, int, CancellationToken, Task<RestrictionDto>> read,
    Func<UserDto, IEnumerable<AccessPrincipal>> ofUser,
    Func<GroupDto, IEnumerable<AccessPrincipal>> ofGroup)
{
    /// <summary>Who may view the item as such; null when it is not restricted.</summary>
    public Task<AccessClause?> OfItemAsync(string id, string? name, CancellationToken cancellationToken) => ReadAsync(AccessClauseSource.Item, id, name, cancellationToken);

    /// <summary>Who may view an ancestor as such. One that can't be read is not one without restrictions: it leaves the policy unreadable.</summary>
    public async Task<AccessClause?> OfAncestorAsync(string id, string? name, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(AccessClauseSource.Ancestor, id, name, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            throw new PermissionException("The restrictions of an ancestor can't be read.");
        }
    }

    private async Task<AccessClause?> ReadAsync(AccessClauseSource source, string id, string? name, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccessPrincipal>? principals = await RestrictionWalk.ReadAsync((start, token) => read(id, start, token), ofUser, ofGroup, cancellationToken).ConfigureAwait(false);
        return principals is null ? null : new() { Source = source, SourceId = id, SourceName = name, Principals = principals };
    }
}
