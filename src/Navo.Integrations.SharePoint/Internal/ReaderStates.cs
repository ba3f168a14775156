using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>In which states a reader sees a page: the permissions speak of rights alone, and let everybody who may see the site see its drafts.</summary>
internal static class ReaderStates
{
    public static void Require(ContentMetadata metadata, AccessContext reader)
    {
        if (!reader.IsService && metadata.Status == ContentStatus.Draft)
        {
            throw ReaderGate.AbsentOrNotVisible(metadata.Id);
        }
    }
}
