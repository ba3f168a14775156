namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A text under a key.</summary>
internal sealed record KeyTextDto
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
