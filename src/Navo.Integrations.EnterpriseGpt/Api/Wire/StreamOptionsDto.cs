namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record StreamOptionsDto(bool IncludeUsage);
