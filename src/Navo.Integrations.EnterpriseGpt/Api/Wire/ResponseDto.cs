namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ResponseDto
{
    public string? Status { get; init; }

    public string? Model { get; init; }

    public ErrorDto? Error { get; init; }

    public IncompleteDetailsDto? IncompleteDetails { get; init; }

    public IReadOnlyList<OutputItemDto>? Output { get; init; }

    public ResponseUsageDto? Usage { get; init; }
}
