using Navo.Integrations.Extraction.Formats;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>The formats that come with the package.</summary>
internal sealed class BuiltInFormats
{
    public IReadOnlyList<IFormatExtractor> All { get; } =
    [
        new PlainTextExtractor(),
        new MarkdownExtractor(),
        new JsonExtractor(),
        new NotebookExtractor(),
        new XmlExtractor(),
        new HtmlExtractor(),
        new MailExtractor(),
        new EpubExtractor(),
        new RtfExtractor(),
        new ZipExtractor(),
        new PdfExtractor(),
        new DocxExtractor(),
        new PptxExtractor(),
        new XlsxExtractor(),
        new OpenDocumentExtractor(),
        new XlsExtractor(),
        new CsvExtractor(),
    ];
}
