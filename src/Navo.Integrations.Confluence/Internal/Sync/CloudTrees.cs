using Navo.Integrations.Confluence.Api;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>
/// Hands the tree of an enumeration from one page to the next. It is only a memory: an enumeration that is taken up elsewhere or later asks for what it needs again.
/// </summary>
internal sealed class CloudTrees(ICloudSyncWire wire, IConfluenceCloudApi api, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private Handed? _handed;

    public (CloudTree Tree, long Made) Take(string spaceId, string type, string? cursor)
    {
        Handed? handed = Interlocked.Exchange(ref _handed, null);
        return cursor is not null && handed is { } kept && kept.Key == (spaceId, type, cursor) && time.GetElapsedTime(kept.Made) < Lifetime
            ? (kept.Tree, kept.Made)
            : (new CloudTree(wire, api), time.GetTimestamp());
    }

    public void HandOn((CloudTree Tree, long Made) tree, string spaceId, string type, string cursor) =>
        Interlocked.Exchange(ref _handed, new((spaceId, type, cursor), tree.Tree, tree.Made));

    public CloudTree New() => new(wire, api);

    private sealed record Handed((string Space, string Type, string Cursor) Key, CloudTree Tree, long Made);
}
