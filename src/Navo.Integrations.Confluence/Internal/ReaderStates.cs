using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>In which states a reader sees what the source's own check allows: that check speaks of rights alone, and answers for the bin as for the page.</summary>
internal static class ReaderStates
{
    public static void Require(ContentId id, ContentStatus status, AccessContext reader)
    {
        if (!reader.IsService && (status is ContentStatus.Trashed or ContentStatus.Draft))
        {
            throw ReaderGate.AbsentOrNotVisible(id);
        }
    }
}
