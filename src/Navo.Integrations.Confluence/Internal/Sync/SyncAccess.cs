using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Marks who may see items: who may see the space, and whom the restrictions of an item and of all that stands above it let through. What can't be read is a mark of its own.</summary>
internal sealed class SyncAccess(ISyncDesk desk, IConfluenceDesk spaces)
{
    private const string Unreadable = "unreadable";
    private const int AtOnce = 4;

    public async Task<IReadOnlyList<SyncItem>> MarkAsync(ContainerRef space, IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        string ofSpace = await AskAsync(token => SpaceAsync(space, token), cancellationToken).ConfigureAwait(false);
        ConcurrentDictionary<string, string> marks = new(StringComparer.Ordinal);
        IEnumerable<string> contents = items.OfType<SyncItem.Present>().SelectMany(Chain).Distinct(StringComparer.Ordinal);
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(contents, options, async (id, token) => marks[id] = await AskAsync(inner => RestrictionAsync(id, inner), token).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. items.Select(item => item is SyncItem.Present present ? present with { Access = string.Join('\n', [ofSpace, .. Chain(present).Select(id => marks[id]).Where(static mark => mark.Length > 0)]) } : item)];
    }

    private static IEnumerable<string> Chain(SyncItem.Present item) => [.. item.Metadata.Ancestors.Select(static ancestor => ancestor.Id.Value), item.Id.Value];

    private async Task<string> SpaceAsync(ContainerRef space, CancellationToken cancellationToken)
    {
        ConfluenceSpace asked = new() { Key = space.Key, Id = space.Id, Name = space.Name ?? space.Key, IsArchived = false };
        SpacePermissions permissions = await spaces.GetSpacePermissionsAsync(asked, cancellationToken).ConfigureAwait(false);
        return string.Join(' ', permissions.Grants.Where(static grant => grant.IsView).Select(static grant => $"{grant.Holder}:{grant.HolderId}").Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Whom a content's own restriction lets through; empty where it has none.</summary>
    private async Task<string> RestrictionAsync(string id, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccessPrincipal>? principals = await RestrictionWalk.ReadAsync(
            (start, token) => desk.GetReadRestrictionAsync(id, start, token),
            static user => Named(AccessPrincipalKind.User, PrincipalSchemes.AtlassianAccount, user.AccountId ?? user.UserKey ?? user.Username),
            static group => Named(AccessPrincipalKind.Group, PrincipalSchemes.ConfluenceGroup, group.Id ?? group.Name),
            cancellationToken).ConfigureAwait(false);
        return principals is null ? string.Empty : $"only {string.Join(' ', principals.Select(static one => one.ToString()).Distinct().Order(StringComparer.Ordinal))}";
    }

    private static AccessPrincipal[] Named(AccessPrincipalKind kind, string scheme, string? id) => string.IsNullOrEmpty(id) ? [] : [new(kind, new(scheme, id))];

    private static async Task<string> AskAsync(Func<CancellationToken, Task<string>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await question(cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure) when (failure is PermissionException or NotFoundException)
        {
            return Unreadable;
        }
    }
}
