namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The text of a query, in KQL.</summary>
internal sealed record SearchTextDto
{
    public string? QueryString { get; set; }
}
