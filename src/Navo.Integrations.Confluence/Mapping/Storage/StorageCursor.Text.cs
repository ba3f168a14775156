using System.Xml;

namespace Navo.Integrations.Confluence.Mapping.Storage;

internal sealed partial class StorageCursor
{
    private readonly char[] _chunk = new char[1024];
    private readonly PooledText _code = new();

    private readonly PooledText _inner = new();

    /// <summary>All text within the current element, as it is; stops at its end.</summary>
    /// <param name="parameterOf">The macro whose parameter it is: resources within are named to it.</param>
    /// <param name="isText">Whether it is text of the page, and not a parameter or state.</param>
    public string InnerText(MacroCall? parameterOf = null, bool isText = true)
    {
        int depth = Reader.Depth;
        int start = _inner.Length;
        while (Next(depth))
        {
            if (Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                Gather(_inner, isText);
            }
            else if (Reader.NodeType == XmlNodeType.Element)
            {
                parameterOf?.ReadResource(this);
            }
        }

        string text = _inner.From(start).ToString();
        _inner.Truncate(start);
        return text;
    }

    /// <summary>Passes over the current element.</summary>
    /// <param name="isText">Whether text within is text of the page, and so lost.</param>
    public void Skip(bool isText = true)
    {
        int depth = Reader.Depth;
        while (Next(depth))
        {
            if (isText && Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Pass();
            }
        }
    }

    private void Pass()
    {
        while (!Chunk(isText: true).IsEmpty)
        {
        }
    }

    private void Write()
    {
        for (ReadOnlySpan<char> chunk = Chunk(isText: true); !chunk.IsEmpty; chunk = Chunk(isText: true))
        {
            Writer.Text(chunk);
        }
    }

    private void Gather(PooledText to, bool isText)
    {
        for (ReadOnlySpan<char> chunk = Chunk(isText); !chunk.IsEmpty; chunk = Chunk(isText))
        {
            to.Append(chunk);
        }
    }

    // The next part of the text at which the reader stands; empty at its end.
    private ReadOnlySpan<char> Chunk(bool isText)
    {
        ReadOnlySpan<char> chunk = _chunk.AsSpan(0, Reader.ReadValueChunk(_chunk, 0, _chunk.Length));
        Tally.Text(isText ? chunk : default);
        return chunk;
    }

    private void FlushCode()
    {
        if (_code.Length > 0)
        {
            CodeMarkup.Span(Writer, _code.ToString());
            _code.Truncate(0);
        }
    }
}
