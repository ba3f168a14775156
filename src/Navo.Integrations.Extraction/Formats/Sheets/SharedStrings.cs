using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>The texts that the cells of a workbook share, in few large pieces of memory instead of one object for each.</summary>
internal sealed class SharedStrings
{
    private const int PieceSize = 64 << 10;

    private readonly List<ReadOnlyMemory<char>> _texts = [];
    private char[] _piece = [];
    private int _used;

    /// <summary>Reads the part; its stream is closed.</summary>
    public static SharedStrings Read(Stream part, ExtractionMeter meter)
    {
        SharedStrings strings = new();
        using XmlReader reader = SafeXml.Read(part);
        System.Text.StringBuilder text = new();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                text.Clear();
                RichText.Append(reader, text);
                strings.Add(text);
                meter.Checkpoint();
            }
        }

        return strings;
    }

    /// <summary>The text of a number; empty where there is none.</summary>
    public ReadOnlyMemory<char> this[int index] => index >= 0 && index < _texts.Count ? _texts[index] : ReadOnlyMemory<char>.Empty;

    private void Add(System.Text.StringBuilder text)
    {
        if (_used + text.Length > _piece.Length)
        {
            _piece = new char[Math.Max(PieceSize, text.Length)];
            _used = 0;
        }

        text.CopyTo(0, _piece, _used, text.Length);
        _texts.Add(_piece.AsMemory(_used, text.Length));
        _used += text.Length;
    }
}
