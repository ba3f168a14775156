namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>That figures are not all there.</summary>
internal sealed record IncompleteDataDto
{
    public DateTimeOffset? MissingDataBeforeDateTime { get; set; }

    public bool? WasThrottled { get; set; }
}
