namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A group of a container of SharePoint Embedded.</summary>
internal sealed record SharePointGroupDto
{
    public string? Id { get; set; }

    public string? PrincipalId { get; set; }

    public string? Title { get; set; }
}
