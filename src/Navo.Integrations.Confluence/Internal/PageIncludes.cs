using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Follows inclusions for one reader. The including page is cached once for all with its inclusions not followed; each included page is then read
/// behind its own gate, so that no reader is served what another may see.
/// </summary>
internal sealed class PageIncludes(Func<ContentId, IncludedContent, Task<KnowledgeContent>> read, Func<string, string, Task<ContentId?>> find, SpaceBoundary boundary)
{
    private const int MaxDepth = 5;
    private const int MaxCount = 32;

    private readonly List<string> _path = [];
    private int _count;

    /// <summary>The content with its inclusions followed, in depth up to 5 and up to 32 in all.</summary>
    public async Task<KnowledgeContent> FillAsync(KnowledgeContent content, IncludedContent? by = null)
    {
        if (content.Included.Count == 0)
        {
            return content;
        }

        _path.Add(KeyOf(content.Metadata.Id, by));
        List<IncludedContent> filled = [];
        foreach (IncludedContent included in content.Included)
        {
            filled.Add(await FollowAsync(content.Metadata, included).ConfigureAwait(false));
        }

        _path.RemoveAt(_path.Count - 1);
        return content with { Included = filled };
    }

    private async Task<IncludedContent> FollowAsync(ContentMetadata within, IncludedContent included)
    {
        if (_path.Count > MaxDepth || ++_count > MaxCount)
        {
            return included with { Outcome = InclusionOutcome.LimitReached };
        }

        try
        {
            ContentId? id = await FindAsync(within, included).ConfigureAwait(false);
            return id is { } found
                ? await ReadAsync(found, included).ConfigureAwait(false)
                : included with { Outcome = InclusionOutcome.AbsentOrNotVisible };
        }
        catch (IntegrationException refused) when (refused is NotFoundException or PermissionException)
        {
            return included with { Outcome = InclusionOutcome.AbsentOrNotVisible };
        }
        catch (IntegrationException)
        {
            return included with { Outcome = InclusionOutcome.Failed };
        }
    }

    private async Task<ContentId?> FindAsync(ContentMetadata within, IncludedContent included)
    {
        string key = included.Container ?? within.Container.Key;
        return included.Title.Length > 0 && boundary.Contains(new ContainerRef(key)) ? await find(key, included.Title).ConfigureAwait(false) : null;
    }

    private async Task<IncludedContent> ReadAsync(ContentId id, IncludedContent included)
    {
        if (_path.Contains(KeyOf(id, included)))
        {
            return included with { Outcome = InclusionOutcome.Cycle };
        }

        KnowledgeContent content = await read(id, included).ConfigureAwait(false);
        return included with { Outcome = InclusionOutcome.Included, Content = await FillAsync(content, included).ConfigureAwait(false) };
    }

    private static string KeyOf(ContentId id, IncludedContent? by) => by is { IsExcerpt: true } ? $"{id.Value}\n{by.ExcerptName}" : id.Value;
}
