using Navo.Integrations.Extraction.Formats.Rtf;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads Rich Text Format (specification 1.9.1): paragraphs, headings, lists, tables, links, footnotes and comments.</summary>
internal sealed class RtfExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Rtf];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        RtfTokenizer tokens = new(input.Content);
        RtfInterpreter interpreter = new(new RtfText(output));
        while (tokens.TryRead(out RtfToken token))
        {
            interpreter.Take(token, tokens);
        }

        interpreter.Complete();
        return ValueTask.CompletedTask;
    }
}
