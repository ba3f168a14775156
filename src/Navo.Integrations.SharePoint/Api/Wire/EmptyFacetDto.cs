namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A facet that says something by being there.</summary>
internal sealed record EmptyFacetDto;
