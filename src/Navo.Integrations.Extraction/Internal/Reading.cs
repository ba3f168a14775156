using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>The reading of one file, and what is known of it when it ends.</summary>
internal sealed class Reading(ExtractionRequest request, ExtractionMeter meter, DocumentWriter output)
{
    public ExtractionRequest Request { get; } = request;

    public ExtractionMeter Meter { get; } = meter;

    public DocumentWriter Output { get; } = output;

    /// <summary>What the file is, as soon as it is recognized.</summary>
    public RecognizedType Type { get; set; } = FormatRecognition.Unread(request.MediaType, request.FileName);

    /// <summary>The outcome, with all that was written.</summary>
    public ExtractionOutcome Ended(ExtractionStatus status, string detail)
    {
        (string markdown, string plain) = Output.Complete();
        return new ExtractionOutcome
        {
            Status = status,
            Detail = detail,
            MediaType = Type.MediaType,
            DeclaredMediaType = Type.Declared,
            IsDeclaredTypeWrong = Type.IsDeclaredWrong,
            Markdown = markdown,
            PlainText = plain,
            Blocks = Output.Blocks,
            Links = Output.Links,
            Losses = Output.Losses,
            Properties = Output.Properties,
        };
    }
}
