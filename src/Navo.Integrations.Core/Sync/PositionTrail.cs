using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>The positions that a source has given in one reading: where one comes again, the source would be followed in a circle for ever.</summary>
internal sealed class PositionTrail
{
    private readonly HashSet<ulong> _given = [];

    /// <summary>Notes a page's position. A list that is over, or begins anew, may come by the same ones again.</summary>
    /// <exception cref="ProtocolException">The source has given the position before.</exception>
    public SyncPage Follow(SyncPage page)
    {
        if (page.IsLast || page.MustEnumerate)
        {
            _given.Clear();
            return page;
        }

        return _given.Add(SyncHash.Of(page.Position)) ? page : throw new ProtocolException("The paging of the source leads back to a page that was already seen.");
    }
}
