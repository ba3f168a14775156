namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The requests of a batch.</summary>
internal sealed record BatchRequestDto
{
    public IReadOnlyList<BatchStepDto>? Requests { get; set; }
}
