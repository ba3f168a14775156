namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What a Cloud site says of itself at <c>/_edge/tenant_info</c>.</summary>
/// <param name="CloudId">The id by which the API gateway knows the site.</param>
public sealed record TenantInfoDto(string? CloudId);
