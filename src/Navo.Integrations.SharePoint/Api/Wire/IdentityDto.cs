using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A person, group or application as Graph names one; with loginName within a site.</summary>
internal sealed record IdentityDto
{
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Id { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? DisplayName { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Email { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? UserPrincipalName { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? LoginName { get; set; }
}
