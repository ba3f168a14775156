namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record MessageDto(string Role, string Content);
