namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>Whether an item is checked out, and the version that is published.</summary>
internal sealed record PublicationFacetDto
{
    public string? Level { get; set; }

    public string? VersionId { get; set; }

    public IdentitySetDto? CheckedOutBy { get; set; }
}
