using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads XML of any vocabulary: elements and attributes with their values, nested as in the file.</summary>
internal sealed class XmlExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Xml];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using StreamReader text = TextDecoding.Open(input);
        using XmlReader reader = SafeXml.ReadForeign(text);
        string? open = null;
        while (reader.Read())
        {
            input.Meter.Checkpoint();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Flush(output, open, reader.Depth - 1);
                    open = reader.IsEmptyElement && !reader.HasAttributes ? null : reader.LocalName;
                    open = Attributes(reader, output, open);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when !string.IsNullOrWhiteSpace(reader.Value):
                    output.ListItem(open is null ? reader.Value.Trim() : $"{open}: {reader.Value.Trim()}", reader.Depth - 1);
                    open = null;
                    break;
                case XmlNodeType.EndElement:
                    open = null;
                    break;
            }
        }

        return ValueTask.CompletedTask;
    }

    // An element that holds others is a line of its own before them.
    private static void Flush(DocumentWriter output, string? open, int depth)
    {
        if (open is not null)
        {
            output.ListItem(open, depth);
        }
    }

    private static string? Attributes(XmlReader reader, DocumentWriter output, string? open)
    {
        if (!reader.HasAttributes)
        {
            return open;
        }

        int depth = reader.Depth;
        Flush(output, open, depth);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns")
            {
                output.ListItem($"@{reader.LocalName}: {reader.Value}", depth + 1);
            }
        }

        reader.MoveToElement();
        return null;
    }
}
