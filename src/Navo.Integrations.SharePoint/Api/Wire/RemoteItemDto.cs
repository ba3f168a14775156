namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The item in another drive that this one stands for.</summary>
internal sealed record RemoteItemDto
{
    public string? Id { get; set; }

    public ItemReferenceDto? ParentReference { get; set; }
}
