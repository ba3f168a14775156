using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Formats.Html;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads HTML: the main text of a page. Nothing that it refers to is fetched and no script runs.</summary>
internal sealed partial class HtmlExtractor : IFormatExtractor
{
    private const int HeadSize = 4096;

    private static readonly HtmlParserOptions Parsing = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipScriptText = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        MaximumDepth = 256,
    };

    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Html];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using IHtmlDocument document = await ParseAsync(input.Content, EncodingOf(input), cancellationToken).ConfigureAwait(false);
        output.Properties = Describe(document);
        new HtmlWriter(output).Write(MainText.Find(document));
    }

    /// <summary>Parses a page of a known encoding.</summary>
    public static Task<IHtmlDocument> ParseAsync(Stream content, Encoding encoding, CancellationToken cancellationToken) =>
        new HtmlParser(Parsing).ParseDocumentAsync(content, HtmlStreamSourceMode.Streaming, encoding, cancellationToken);

    /// <summary>Parses a page that is text already.</summary>
    public static Task<IHtmlDocument> ParseAsync(string page, CancellationToken cancellationToken) => new HtmlParser(Parsing).ParseDocumentAsync(page, cancellationToken);

    // A page may name its character set itself; it counts like one that the server declared.
    private static Encoding EncodingOf(DocumentInput input)
    {
        byte[] head = new byte[HeadSize];
        int length = input.Content.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        Match meta = MetaCharset().Match(Encoding.Latin1.GetString(head, 0, length));
        return TextDecoding.Find(input, input.Charset ?? (meta.Success ? meta.Groups[1].Value : null));
    }

    private static DocumentProperties Describe(IHtmlDocument document) => new()
    {
        Title = Filled(document.Title),
        Author = Filled(document.QuerySelector("meta[name=author i]")?.GetAttribute("content")),
        Language = Filled(document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang")),
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MetaCharset();
}
