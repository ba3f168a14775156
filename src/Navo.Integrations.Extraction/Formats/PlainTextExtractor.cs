using System.Text;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads plain text: paragraphs are what blank lines part.</summary>
internal sealed class PlainTextExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.PlainText];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using StreamReader reader = TextDecoding.Open(input);
        StringBuilder paragraph = new();
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                Flush(paragraph, output);
                continue;
            }

            _ = paragraph.Length > 0 ? paragraph.Append('\n') : paragraph;
            paragraph.Append(line);
        }

        Flush(paragraph, output);
    }

    private static void Flush(StringBuilder paragraph, DocumentWriter output)
    {
        output.Paragraph(paragraph.ToString());
        paragraph.Clear();
    }
}
