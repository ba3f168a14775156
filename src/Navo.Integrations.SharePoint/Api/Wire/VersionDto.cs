namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A version of an item.</summary>
internal sealed record VersionDto
{
    public string? Id { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public IdentitySetDto? LastModifiedBy { get; set; }

    public long? Size { get; set; }

    public PublicationFacetDto? Publication { get; set; }
}
