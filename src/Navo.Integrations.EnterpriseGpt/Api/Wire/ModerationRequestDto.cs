namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ModerationRequestDto(string Model, string Input);
