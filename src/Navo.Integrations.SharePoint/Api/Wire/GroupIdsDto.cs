namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>Groups to check.</summary>
internal sealed record GroupIdsDto
{
    public IReadOnlyList<string>? GroupIds { get; set; }
}
