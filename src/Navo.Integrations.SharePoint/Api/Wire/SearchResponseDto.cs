namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>One answer of a search.</summary>
internal sealed record SearchResponseDto
{
    public IReadOnlyList<HitsContainerDto>? HitsContainers { get; set; }
}
