using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Formats.Pdf;

/// <summary>Counts what came of the pages, and says so in the end.</summary>
internal sealed class PdfTally
{
    private int _read;
    private int _scanned;
    private int _broken;

    /// <summary>Counts a page that was read.</summary>
    public void Count(PdfPageKind kind, DocumentWriter output)
    {
        _read++;
        if (kind == PdfPageKind.Scanned)
        {
            _scanned++;
            output.Lose("page:scanned", "A page is an image without text; text in images needs OCR.");
        }
    }

    /// <summary>Counts a page that could not be read.</summary>
    public void Broken() => _broken++;

    /// <summary>Ends the reading with a status where pages are missing.</summary>
    public void Conclude(DocumentWriter output)
    {
        if (_broken > 0)
        {
            output.Stop(ExtractionStatus.Corrupt, string.Create(CultureInfo.InvariantCulture, $"{_broken} of {_broken + _read} pages could not be read; the text of the others is given."));
        }

        if (!output.HasText && _scanned > 0)
        {
            output.Stop(ExtractionStatus.NothingToExtract, string.Create(CultureInfo.InvariantCulture, $"{_scanned} of {_read} pages are images without text: text in images needs OCR; add an extractor with AddTextExtractor."));
        }
    }
}
