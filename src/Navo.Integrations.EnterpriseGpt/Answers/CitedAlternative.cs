using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Another place at which nearly the text of a cited item stands. Its integration allowed it for the reader, asked afresh for this answer.</summary>
/// <param name="Source">The integration.</param>
/// <param name="Id">The item there.</param>
/// <param name="Title">Its title there.</param>
/// <param name="Address">Its address for people; null where the source gives none.</param>
public sealed record CitedAlternative(IntegrationName Source, ContentId Id, string Title, Uri? Address);
