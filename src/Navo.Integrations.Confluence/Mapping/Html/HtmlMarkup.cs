using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping.Html;

/// <summary>Turns the HTML that a site shows to people (<c>view</c>) into Markdown, where nothing better can be read.</summary>
/// <remarks>The HTML is first written as storage format, whose elements are HTML's own. Macros have run by then: what they showed is text.</remarks>
internal static class HtmlMarkup
{
    private const int MaxCharacters = 20_000_000;

    /// <summary>Turns a body into text.</summary>
    /// <param name="html">The value of <c>body.view</c>.</param>
    /// <param name="context">What the body does not say.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ProtocolException">The body nests deeper than 256 levels, is larger than 20 million characters or has links as <see cref="StorageMarkup"/> refuses them.</exception>
    public static RenderedMarkup Render(string html, StorageRenderContext context)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(context);
        if (html.Length > MaxCharacters)
        {
            throw new ProtocolException($"The view of the page cannot be read: it is larger than {MaxCharacters} characters.");
        }

        var rewriter = new HtmlRewriter();
        new HtmlTokens(html).Read(rewriter);
        return StorageMarkup.Render(rewriter.Finish(), context);
    }
}
