using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// The labels that count for an item: its own, and for a copy those of what it was copied from too. A copy carries no labels of its own, so without these a rule would be got
/// round by whatever holds copies.
/// </summary>
internal sealed class OriginLabels(IIntegrationCatalog catalog)
{
    /// <returns>The labels; null where those of the origin can't be read.</returns>
    public async Task<IReadOnlyList<string>?> OfAsync(ContentMetadata item, AccessContext reader, CancellationToken cancellationToken)
    {
        if (item.CopyOf is not { } origin)
        {
            return item.Labels;
        }

        try
        {
            if (!catalog.TryGet(origin.Source, out IIntegration? integration))
            {
                return null;
            }

            ContentMetadata there = await integration.GetMetadataAsync(new(origin.Id), reader, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return there.CopyOf is null && there.Labels is not null ? [.. item.Labels, .. there.Labels] : null; // a copy of a copy may go round in a circle
        }
        catch (Exception) // whatever it is, the labels are not known; the caller's own cancellation is thrown where this is awaited
        {
            return null;
        }
    }
}
