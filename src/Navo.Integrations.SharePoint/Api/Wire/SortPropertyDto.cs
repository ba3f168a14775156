namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A property to sort by.</summary>
internal sealed record SortPropertyDto
{
    public string? Name { get; set; }

    public bool? IsDescending { get; set; }
}
