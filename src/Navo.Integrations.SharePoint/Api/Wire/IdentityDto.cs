using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A person, group or application as Graph names one; with loginName within a site.</summary>
internal sealed record IdentityDto
{
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Id { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? LoginName { get; set; }
}
