namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A site that a consent covers, as the gateway lists it at <c>/oauth/token/accessible-resources</c>.</summary>
/// <remarks><see href="https://developer.atlassian.com/cloud/confluence/oauth-2-3lo-apps/"/>.</remarks>
public sealed class AccessibleResourceDto
{
    /// <summary>The cloud id.</summary>
    public string? Id { get; set; }

    /// <summary>The site's address.</summary>
    public string? Url { get; set; }
}
