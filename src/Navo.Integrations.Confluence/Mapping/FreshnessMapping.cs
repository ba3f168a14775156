using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping;

internal static class FreshnessMapping
{
    public static ContentMetadata WithFreshness(ContentMetadata metadata, ConfluenceOptions options, DateTimeOffset now)
    {
        if (!options.TrackFreshness || metadata.Modified is not { } modified)
        {
            return metadata;
        }

        TimeSpan age = now > modified ? now - modified : TimeSpan.Zero;
        return metadata with { Freshness = new(age, options.FreshnessThreshold) };
    }
}
