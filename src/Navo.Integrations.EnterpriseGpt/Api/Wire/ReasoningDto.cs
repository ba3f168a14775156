namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ReasoningDto(string Effort);
