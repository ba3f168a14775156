using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Formats.Docx;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads Word documents, forward: the text as it stands when all changes are accepted.</summary>
internal sealed class DocxExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Docx];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        ArchiveReader.Check(input.Content, input.Meter);
        using WordprocessingDocument document = WordprocessingDocument.Open(input.Content, isEditable: false);
        MainDocumentPart main = document.MainDocumentPart ?? throw new InvalidDataException("The document has no main part.");
        OfficeParts parts = new(document, input);
        output.Properties = parts.Describe();
        if (main.HeaderParts.Any() || main.FooterParts.Any())
        {
            output.Lose("header-footer", "Headers and footers of pages are left out.");
        }

        WordReader reader = new(main, parts, new WordNotes(main, parts), output)
        {
            Styles = main.StyleDefinitionsPart is { } styles ? WordStyles.Read(parts.Open(styles)) : new(),
            Numbering = main.NumberingDefinitionsPart is { } numbering ? WordNumbering.Read(parts.Open(numbering)) : new(),
        };
        reader.Read(parts.Open(main));
        return ValueTask.CompletedTask;
    }
}
