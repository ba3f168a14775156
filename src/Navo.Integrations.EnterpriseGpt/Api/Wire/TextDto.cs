namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record TextDto(TextFormatDto Format);
