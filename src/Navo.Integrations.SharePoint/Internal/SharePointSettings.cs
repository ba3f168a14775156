using System.Globalization;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The options now in force, with what is derived from them once.</summary>
internal sealed class SharePointSettings(SharePointOptions options)
{
    public SharePointOptions Options => options;

    /// <summary>The configured sites; empty means that there is no boundary.</summary>
    public IReadOnlyList<SiteEntry> Sites { get; } = [.. options.Sites.Select(site => SiteEntry.TryParse(site, out SiteEntry? entry) ? entry : null).OfType<SiteEntry>()];

    /// <summary>What proves notifications.</summary>
    public ClientStates States { get; } = new(options);

    /// <summary>Where its answers come from, as part of cache keys.</summary>
    public string Realm { get; } = $"{SharePointEndpoint.From(options).GraphBase} {options.TenantId} {options.ClientId}";

    /// <summary>The boundary as part of cache keys: a change of it must not be answered from before.</summary>
    public string BoundaryKey { get; } = string.Join('\n', options.Sites.Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>The options that shape what is read, as part of cache keys.</summary>
    public string ReadKey { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join('\n', options.Sites.Order(StringComparer.OrdinalIgnoreCase))}\n{options.IncludeMetadata} {options.TrackVersions}");
}
