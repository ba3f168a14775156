namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ResponseDto
{
    public string? Status { get; set; }

    public string? Model { get; set; }

    public ErrorDto? Error { get; set; }

    public IncompleteDetailsDto? IncompleteDetails { get; set; }

    public IReadOnlyList<OutputItemDto>? Output { get; set; }

    public ResponseUsageDto? Usage { get; set; }
}
