using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A group of the directory, or whatever belongs to one: a user, a group, a device, an application.</summary>
internal sealed record DirectoryObjectDto
{
    /// <summary>What it is; lists of members say it, whatever is selected.</summary>
    [JsonPropertyName("@odata.type")]
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? UserPrincipalName { get; set; }

    /// <summary>Of a group: <c>HiddenMembership</c> where its members show only to those who may see hidden ones.</summary>
    public string? Visibility { get; set; }
}
