using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Contents of Data Center in whatever state.</summary>
internal static class AnyStatus
{
    /// <summary>What stands for a state that the source does not tell, so that nobody takes such a content for a current one.</summary>
    private const string Untold = "untold";

    /// <summary>The current content, and else the archived, drafted or trashed one, whose state then says so.</summary>
    public static async Task<ContentDto> FindContentAsync(this IConfluenceDataCenterApi api, ContentId id, string expand, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetContentAsync(id.Value, expand, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            ContentDto other = await api.GetContentOfAnyStatusAsync(id.Value, expand, cancellationToken).ConfigureAwait(false);
            return other.Status is null ? other with { Status = Untold } : other;
        }
    }
}
