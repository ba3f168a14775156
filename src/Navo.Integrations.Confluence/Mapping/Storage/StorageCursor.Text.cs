using System.Xml;

namespace Navo.Integrations.Confluence.Mapping.Storage;

internal sealed partial class StorageCursor
{
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
                Value(isText: true);
            }
        }
    }

    private void Write() => Writer.Text(Value(isText: true));

    private void Gather(PooledText to, bool isText) => to.Append(Value(isText));

    // The text at which the reader stands.
    private string Value(bool isText)
    {
        string value = Reader.Value;
        if (isText)
        {
            Tally.Text(value);
        }

        return value;
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
