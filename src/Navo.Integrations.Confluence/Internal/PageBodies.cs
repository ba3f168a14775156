using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Renders items from their storage format, and from another representation where that is missing or can't be read.</summary>
internal sealed class PageBodies(IConfluenceDesk desk)
{
    private const string AsService = "body:as-service";

    /// <summary>Whether a failure may be that of the body alone: an inner error, not an outage (<see href="https://jira.atlassian.com/browse/CONFCLOUD-76433"/>).</summary>
    public static bool MayBeTheBody(UnavailableException failure) => failure.StatusCode == 500;

    /// <summary>Renders an item.</summary>
    /// <exception cref="ProtocolException">No representation of the body can be read; the reason is that of the storage format.</exception>
    public async Task<ConfluencePage> RenderAsync(ConfluenceItem item, CancellationToken cancellationToken)
    {
        if (!NodeKinds.HasText(item.Metadata.Kind))
        {
            return PageContentMapping.ToPage(item);
        }

        if (TryRender(item, out ProtocolException? refusal) is { } rendered)
        {
            return rendered;
        }

        foreach (ContentBodyFormat format in desk.OtherBodyFormats)
        {
            string? body = await BodyAsync(item.Metadata, format, cancellationToken).ConfigureAwait(false);
            ConfluenceItem other = item with { Body = body, BodyFormat = format };
            if (body is not null && TryRender(format == ContentBodyFormat.View ? WithDisclosure(other) : other, out _) is { } page)
            {
                return page;
            }
        }

        throw refusal ?? new ProtocolException("The answer holds the body of the page in no representation that can be read.");
    }

    /// <summary>
    /// Refuses to a user a text that was made from a view in which macros may have run: they ran with the rights of the service account
    /// and may show text of pages that the user may not see.
    /// </summary>
    /// <exception cref="PermissionException">The text is such a one.</exception>
    public static void RequireOwnText(KnowledgeContent content, AccessContext reader)
    {
        if (!reader.IsService && content.Losses.Any(loss => loss.Element == AsService))
        {
            throw new PermissionException("The page can be read only as it is shown to the service account, and that may hold text of pages that the reader may not see.");
        }
    }

    private static ConfluenceItem WithDisclosure(ConfluenceItem item) => item.Storage?.Contains("macro", StringComparison.OrdinalIgnoreCase) == false
        ? item
        : item with { Losses = [.. item.Losses, new(AsService, "What macros show is what the service account may see; users are refused this text.")] };

    private async Task<string?> BodyAsync(ContentMetadata item, ContentBodyFormat format, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.ReadBodyAsync(item, format, cancellationToken).ConfigureAwait(false);
        }
        catch (UnavailableException failed) when (MayBeTheBody(failed))
        {
            return null;
        }
    }

    private static ConfluencePage? TryRender(ConfluenceItem item, out ProtocolException? refusal)
    {
        refusal = null;
        try
        {
            return item.Body is null ? null : PageContentMapping.ToPage(item);
        }
        catch (ProtocolException unreadable)
        {
            refusal = unreadable;
            return null;
        }
    }
}
