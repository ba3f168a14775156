using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>Asks a source about one item; anything but a clear yes is no.</summary>
internal static class LiveCheck
{
    public static async Task<bool> IsAllowedAsync(IIntegrationCatalog catalog, (string Source, string Id) item, AccessContext reader, CancellationToken cancellationToken)
    {
        try
        {
            ContentId id = new(item.Id);
            if (!catalog.TryGet(item.Source, out IIntegration? integration))
            {
                return false;
            }

            PermissionDecision decision = await integration.CheckPermissionsAsync(id, reader, cancellationToken).ConfigureAwait(false);
            return decision.IsAllowed && decision.Item == id && decision.Reader.Key == reader.Key;
        }
        catch (IntegrationException)
        {
            return false;
        }
    }
}
