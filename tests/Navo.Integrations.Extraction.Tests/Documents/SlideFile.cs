using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>Writes presentations with the SDK: its own parts and relationships around slides of XML.</summary>
internal static class SlideFile
{
    private const string Namespaces = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"";

    /// <summary>A presentation; the slides are stored in the opposite of their order.</summary>
    public static byte[] Of(params (string Shapes, string Attributes, Action<SlidePart>? More)[] slides)
    {
        using MemoryStream file = new();
        using (PresentationDocument document = PresentationDocument.Create(file, PresentationDocumentType.Presentation))
        {
            document.PackageProperties.Title = "Deck";
            PresentationPart presentation = document.AddPresentationPart();
            for (int i = slides.Length - 1; i >= 0; i--)
            {
                SlidePart slide = presentation.AddNewPart<SlidePart>($"s{i}");
                slides[i].More?.Invoke(slide);
                Write(slide, $"<p:sld {Namespaces} {slides[i].Attributes}><p:cSld><p:spTree>{slides[i].Shapes}</p:spTree></p:cSld></p:sld>");
            }

            string ids = string.Concat(slides.Select((_, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"s{i}\"/>"));
            Write(presentation, $"<p:presentation {Namespaces}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>");
        }

        return file.ToArray();
    }

    public static string Shape(string placeholder, params string[] paragraphs) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"x\"/><p:nvPr>{(placeholder.Length > 0 ? $"<p:ph type=\"{placeholder}\"/>" : string.Empty)}</p:nvPr></p:nvSpPr><p:txBody>{string.Concat(paragraphs)}</p:txBody></p:sp>";

    public static string Paragraph(string text, int level = 0) => $"<a:p><a:pPr lvl=\"{level}\"/><a:r><a:t>{text}</a:t></a:r></a:p>";

    public static void Notes(SlidePart slide, string text) =>
        Write(slide.AddNewPart<NotesSlidePart>(), $"<p:notes {Namespaces}><p:cSld><p:spTree>{Shape("sldNum", Paragraph("7"))}{Shape("body", Paragraph(text))}</p:spTree></p:cSld></p:notes>");

    public static void Chart(SlidePart slide, string id, string xml) =>
        Write(slide.AddNewPart<ChartPart>(id), $"<c:chartSpace {Namespaces}>{xml}</c:chartSpace>");

    private static void Write(OpenXmlPart part, string xml)
    {
        using StreamWriter writer = new(part.GetStream(FileMode.Create));
        writer.Write(xml);
    }
}
