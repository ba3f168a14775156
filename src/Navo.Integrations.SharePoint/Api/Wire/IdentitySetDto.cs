namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>Who did or may do something: one identity under each kind that applies.</summary>
internal sealed record IdentitySetDto
{
    public IdentityDto? User { get; set; }

    public IdentityDto? Group { get; set; }

    public IdentityDto? Application { get; set; }

    public IdentityDto? SiteUser { get; set; }

    public IdentityDto? SiteGroup { get; set; }

    public SharePointGroupDto? SharePointGroup { get; set; }
}
