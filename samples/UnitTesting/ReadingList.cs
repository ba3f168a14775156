using Navo.Integrations.Abstractions;

namespace UnitTesting;

/// <summary>Your own code: what a reader finds about a topic, with its age. It takes any integration, and the clock.</summary>
/// <param name="knowledge">Where it looks.</param>
/// <param name="time">The clock that ages count by.</param>
public sealed class ReadingList(IIntegration knowledge, TimeProvider time)
{
    /// <summary>One line for each page that the reader may see.</summary>
    /// <param name="topic">The words to find.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>The lines, or one that says that the source is down.</returns>
    /// <exception cref="IntegrationException">The source failed in a way that trying again does not mend.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(string topic, AccessContext reader, CancellationToken token)
    {
        try
        {
            SearchPage page = await knowledge.SearchAsync(new SearchQuery(topic) { Limit = 10 }, reader, token);
            return [.. page.Hits.Select(hit => hit.Modified is { } modified ? $"{hit.Title}, {(time.GetUtcNow() - modified).Days} days old" : hit.Title)];
        }
        catch (IntegrationException failure) when (failure.IsTransient)
        {
            return [$"{knowledge.Name} does not answer now."];
        }
    }
}
