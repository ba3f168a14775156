namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The content type of a list item.</summary>
internal sealed record ContentTypeDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }
}
