using System.Text;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Writes storage format from other formats, so that one renderer serves all of them. What it writes is always well-formed.</summary>
internal sealed class StorageBuilder
{
    private readonly StringBuilder _xml = new();
    private readonly Stack<string> _open = [];

    /// <summary>How many elements are open.</summary>
    public int Depth => _open.Count;

    /// <summary>Begins an element. An attribute without a value is left out.</summary>
    public StorageBuilder Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _xml.Append('<').Append(name);
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is not null)
            {
                _xml.Append(' ').Append(attribute).Append("=\"");
                Escape(value, isAttribute: true);
                _xml.Append('"');
            }
        }

        _xml.Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>Ends the innermost element.</summary>
    public StorageBuilder Close()
    {
        _xml.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>Writes an element without content.</summary>
    public StorageBuilder Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(name, attributes).Close();

    /// <summary>Writes text.</summary>
    public StorageBuilder Text(ReadOnlySpan<char> text)
    {
        Escape(text, isAttribute: false);
        return this;
    }

    /// <summary>Writes a part that is storage format already and known to be well-formed.</summary>
    public StorageBuilder Raw(string storage)
    {
        _xml.Append(storage);
        return this;
    }

    /// <summary>What is written; all elements must be closed.</summary>
    public override string ToString() => _xml.ToString();

    private void Escape(ReadOnlySpan<char> text, bool isAttribute)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&':
                    _xml.Append("&amp;");
                    break;
                case '<':
                    _xml.Append("&lt;");
                    break;
                case '>':
                    _xml.Append("&gt;");
                    break;
                case '"' or '\t' or '\n' when isAttribute:
                    _xml.Append("&#").Append((int)c).Append(';');
                    break;
                case >= '\uD800' and <= '\uDBFF' when i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    _xml.Append(c).Append(text[++i]);
                    break;
                default:
                    _xml.Append(System.Xml.XmlConvert.IsXmlChar(c) ? c : '\uFFFD');
                    break;
            }
        }
    }
}
