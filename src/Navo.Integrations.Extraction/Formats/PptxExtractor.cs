using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Formats.Pptx;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads presentations: slides in their order, with titles, text, tables, charts, descriptions of images, notes and comments.</summary>
internal sealed class PptxExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Pptx];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        ArchiveReader.Check(input.Content, input.Meter);
        using PresentationDocument document = PresentationDocument.Open(input.Content, isEditable: false);
        OfficeParts parts = new(document, input);
        PresentationPart presentation = document.PresentationPart ?? throw new InvalidDataException("The document has no presentation.");
        List<string> slides = Order(parts.Open(presentation));
        output.Properties = parts.Describe() with { PageCount = slides.Count };
        for (int number = 1; number <= slides.Count; number++)
        {
            output.BeginSlide(number);
            if (OfficeParts.Find(presentation, slides[number - 1]) is SlidePart slide)
            {
                Slide(slide, parts, output);
            }
            else
            {
                output.Lose("slide:missing", "A slide that the presentation names is not in it.");
            }
        }

        return ValueTask.CompletedTask;
    }

    private static void Slide(SlidePart slide, OfficeParts parts, DocumentWriter output)
    {
        new SlideReader(slide, parts, output).Read(parts.Open(slide));
        if (slide.NotesSlidePart is { } notes && SlideText.Read(parts.Open(notes), onlyBody: true) is { Length: > 0 } text)
        {
            output.Note("Notes", text);
        }

        foreach (OpenXmlPart comments in slide.GetPartsOfType<SlideCommentsPart>().Cast<OpenXmlPart>().Concat(slide.GetPartsOfType<PowerPointCommentPart>()))
        {
            output.Note("Comment", SlideText.Read(parts.Open(comments), onlyBody: false));
        }
    }

    private static List<string> Order(Stream part)
    {
        List<string> slides = [];
        using XmlReader reader = SafeXml.Read(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sldId" } && Prefixed(reader, "id") is { } id)
            {
                slides.Add(id);
            }
        }

        return slides;
    }

    // The element has a number of its own under the same local name.
    private static string? Prefixed(XmlReader reader, string name)
    {
        string? value = null;
        while (reader.MoveToNextAttribute())
        {
            value = reader.LocalName == name && reader.Prefix.Length > 0 ? reader.Value : value;
        }

        reader.MoveToElement();
        return value;
    }
}
