namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A team.</summary>
internal sealed record TeamDto
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Visibility { get; set; }

    public string? WebUrl { get; set; }

    public bool? IsArchived { get; set; }
}
