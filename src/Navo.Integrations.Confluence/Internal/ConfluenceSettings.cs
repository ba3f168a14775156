namespace Navo.Integrations.Confluence.Internal;

/// <summary>The options now in force, with what is derived from them once.</summary>
internal sealed class ConfluenceSettings(ConfluenceOptions options)
{
    public ConfluenceOptions Options => options;

    public SpaceBoundary Boundary { get; } = new(options.Spaces);

    /// <summary>Where its answers come from, as part of cache keys.</summary>
    public string Realm { get; } = $"{ConfluenceEndpoint.From(options).SiteAddress} {options.Username} {options.OAuth.ClientId}";

    /// <summary>The boundary as part of cache keys: a change of it must not be answered from before.</summary>
    public string BoundaryKey { get; } = string.Join('\n', options.Spaces.Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>The options that shape what is read, as part of cache keys.</summary>
    public string ReadKey { get; } = string.Join('\n', options.Spaces.Order(StringComparer.OrdinalIgnoreCase).Append($"{options.IncludeAttachments} {options.TrackFreshness} {options.FreshnessThreshold.Ticks}"));
}
