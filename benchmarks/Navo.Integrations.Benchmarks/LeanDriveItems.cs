using System.Text.Json.Serialization;

namespace Navo.Integrations.Benchmarks;

/// <summary>What a program that needs the same of an item would read.</summary>
internal sealed record LeanDriveItems(List<LeanDriveItems.Item>? Value, [property: JsonPropertyName("@odata.nextLink")] string? NextLink = null)
{
    internal sealed record Item(string? Id, string? Name, string? ETag, string? CTag, long? Size, string? WebUrl, DateTimeOffset? CreatedDateTime, DateTimeOffset? LastModifiedDateTime, Identities? CreatedBy, Identities? LastModifiedBy, Reference? ParentReference, FileFacet? File);

    internal sealed record Identities(Identity? User);

    internal sealed record Identity(string? Id, string? DisplayName, string? Email);

    internal sealed record Reference(string? DriveId, string? Id, string? Path, string? SiteId);

    internal sealed record FileFacet(string? MimeType, HashValues? Hashes);

    internal sealed record HashValues(string? QuickXorHash);
}
