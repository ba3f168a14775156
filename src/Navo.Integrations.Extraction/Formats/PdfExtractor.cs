using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Formats.Pdf;
using Navo.Integrations.Extraction.Internal;
using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads the text of PDF, page by page in reading order. Pages that are images are said to be so.</summary>
internal sealed class PdfExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Pdf];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        PdfFilters filters = new(input.Meter);
        try
        {
            using PdfDocument document = PdfDocument.Open(input.Content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters });
            output.Properties = Describe(document);
            PdfTally tally = Pages(document, filters, output);
            Form(document, output);
            tally.Conclude(output);
        }
        catch (PdfDocumentEncryptedException)
        {
            output.Stop(ExtractionStatus.Encrypted, "The document is protected by a password; a copy without protection can be read.");
        }
        catch (Exception) when (filters.Stop is { } stop)
        {
            throw new StopExtractionException(stop.Status, stop.Message);
        }

        return ValueTask.CompletedTask;
    }

    private static PdfTally Pages(PdfDocument document, PdfFilters filters, DocumentWriter output)
    {
        PdfTally tally = new();
        for (int number = 1; number <= document.NumberOfPages; number++)
        {
            output.BeginPage(number);
            try
            {
                Page page = document.GetPage(number);
                tally.Count(PdfPage.Write(page, output), output);
            }
            catch (Exception broken) when (filters.Stop is null && broken is not (StopExtractionException or OperationCanceledException or OutOfMemoryException))
            {
                tally.Broken();
            }

            filters.ThrowIfStopped();
        }

        return tally;
    }

    private static void Form(PdfDocument document, DocumentWriter output)
    {
        if (!document.TryGetForm(out AcroForm? form) || form is null)
        {
            return;
        }

        foreach (AcroFieldBase field in form.Fields)
        {
            if (field is AcroTextField { Value: { } value } && !string.IsNullOrWhiteSpace(value))
            {
                output.Note(field.Information.AlternateName ?? field.Information.PartialName ?? "Field", value);
            }
        }
    }

    private static DocumentProperties Describe(PdfDocument document) => new()
    {
        Title = Filled(document.Information.Title),
        Author = Filled(document.Information.Author),
        Created = document.Information.GetCreatedDateTimeOffset(),
        Modified = document.Information.GetModifiedDateTimeOffset(),
        PageCount = document.NumberOfPages,
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
