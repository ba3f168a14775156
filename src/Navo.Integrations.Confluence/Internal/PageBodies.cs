using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Renders items from their storage format, and from another representation where that is missing or can't be read.</summary>
internal sealed class PageBodies(IConfluenceDesk desk)
{
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

        if (TryRender(item, out ProtocolException? refusal) is { } page)
        {
            return page;
        }

        foreach (ContentBodyFormat format in desk.OtherBodyFormats)
        {
            string? body = await BodyAsync(item.Metadata, format, cancellationToken).ConfigureAwait(false);
            if (body is not null && TryRender(item with { Body = body, BodyFormat = format }, out _) is { } other)
            {
                return other;
            }
        }

        throw refusal ?? new ProtocolException("The answer holds the body of the page in no representation that can be read.");
    }

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
