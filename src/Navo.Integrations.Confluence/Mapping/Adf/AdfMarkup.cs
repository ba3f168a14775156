using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>Turns Cloud's document format (<c>atlas_doc_format</c>) into Markdown.</summary>
/// <remarks>
/// The document is first written as storage format, so that both formats go through one renderer and one vocabulary of macros
/// (<see href="https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/"/>; the schema is <c>@atlaskit/adf-schema</c>).
/// </remarks>
internal static class AdfMarkup
{
    private const int MaxCharacters = 20_000_000;

    // A node is two levels of JSON: itself and its list of children.
    private const int MaxDepth = 256;

    /// <summary>Turns a body into text.</summary>
    /// <param name="json">The value of <c>body.atlas_doc_format</c>.</param>
    /// <param name="context">What the body does not say.</param>
    /// <returns>The text; nothing of the body is left out without a <see cref="ContentLoss"/>.</returns>
    /// <exception cref="ProtocolException">The body is not a document, nests deeper than 256 levels, is larger than 20 million characters or has links as <see cref="StorageMarkup"/> refuses them. The message never quotes the content.</exception>
    public static RenderedMarkup Render(string json, StorageRenderContext context)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(context);
        if (json.Length > MaxCharacters)
        {
            throw Unreadable($"it is larger than {MaxCharacters} characters");
        }

        using JsonDocument document = Parse(json);
        var rewriter = new AdfRewriter(context);
        Rewrite(document, rewriter);
        RenderedMarkup markup = StorageMarkup.Render(rewriter.ToString(), context);
        return rewriter.Losses.Count == 0 ? markup : markup with { Losses = [.. rewriter.Losses, .. markup.Losses] };
    }

    /// <summary>The refusal of a body.</summary>
    public static ProtocolException Unreadable(string why) => new($"The document format of the page cannot be read: {why}.");

    private static void Rewrite(JsonDocument document, AdfRewriter rewriter)
    {
        try
        {
            rewriter.Document(new AdfNode(document.RootElement));
        }
        catch (InvalidOperationException)
        {
            // What the parser throws when an escaped name or text is half of a surrogate pair.
            throw Unreadable("it holds half of a surrogate pair");
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException malformed)
        {
            // The parser's own message may quote the page: it must not travel.
            throw Unreadable($"it is malformed or too deep at line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}");
        }
        catch (ArgumentException)
        {
            throw Unreadable("it holds half of a surrogate pair");
        }
    }
}
