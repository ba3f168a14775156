namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What kind of list a list is.</summary>
internal sealed record ListInfoDto
{
    public string? Template { get; set; }

    public bool? Hidden { get; set; }

    public bool? ContentTypesEnabled { get; set; }
}
