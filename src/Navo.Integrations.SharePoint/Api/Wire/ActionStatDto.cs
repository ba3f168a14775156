namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>How often something was done, by how many.</summary>
internal sealed record ActionStatDto
{
    public int? ActionCount { get; set; }

    public int? ActorCount { get; set; }
}
