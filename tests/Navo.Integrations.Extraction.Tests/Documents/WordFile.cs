using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>Writes Word documents with the SDK: its own parts and relationships around a body of XML.</summary>
internal static class WordFile
{
    public const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private const string Styles = "<w:styles {0}><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Eigene\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"berschrift2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style></w:styles>";

    private const string Numbering = "<w:numbering {0}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>";

    /// <summary>A document whose body is XML. The relationship <c>link</c> leads to <c>https://example.com/page</c>.</summary>
    public static byte[] Of(string body, Action<MainDocumentPart>? more = null)
    {
        using MemoryStream file = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = "The title";
            document.PackageProperties.Creator = "Ann";
            MainDocumentPart main = document.AddMainDocumentPart();
            main.AddHyperlinkRelationship(new Uri("https://example.com/page"), isExternal: true, "link");
            Write(main.AddNewPart<StyleDefinitionsPart>(), string.Format(System.Globalization.CultureInfo.InvariantCulture, Styles, Namespaces));
            Write(main.AddNewPart<NumberingDefinitionsPart>(), string.Format(System.Globalization.CultureInfo.InvariantCulture, Numbering, Namespaces));
            Write(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\"><w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:t>footnote.</w:t></w:r></w:p></w:footnote></w:footnotes>");
            Write(main.AddNewPart<WordprocessingCommentsPart>(), $"<w:comments {Namespaces}><w:comment w:id=\"0\" w:author=\"Bob\"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment></w:comments>");
            more?.Invoke(main);
            Write(main, $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
        }

        return file.ToArray();
    }

    public static string Paragraph(string text, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : string.Empty)}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Style(string id) => $"<w:pStyle w:val=\"{id}\"/>";

    public static string List(int id, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>";

    private static void Write(OpenXmlPart part, string xml)
    {
        using StreamWriter writer = new(part.GetStream(FileMode.Create));
        writer.Write(xml);
    }
}
