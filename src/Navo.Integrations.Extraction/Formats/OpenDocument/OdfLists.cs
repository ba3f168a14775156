using System.Xml;

namespace Navo.Integrations.Extraction.Formats.OpenDocument;

/// <summary>The lists that are open, and which of their styles count.</summary>
internal sealed class OdfLists
{
    private readonly HashSet<(string Style, int Level)> _numbered = [];
    private readonly Stack<List> _open = [];
    private string _style = string.Empty;

    /// <summary>Takes the beginning of an element.</summary>
    public void Element(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "list-style":
                _style = Odf.Attribute(reader, "name") ?? string.Empty;
                break;
            case "list-level-style-number" when !string.IsNullOrEmpty(Odf.Attribute(reader, "num-format")):
                _numbered.Add((_style, Odf.Count(reader, "level")));
                break;
            case "list" when !reader.IsEmptyElement:
                string style = Odf.Attribute(reader, "style-name") ?? (_open.TryPeek(out List? outer) ? outer.Style : string.Empty);
                _open.Push(new List(style));
                break;
            case "list-item" when _open.TryPeek(out List? list):
                list.Number++;
                list.IsFresh = true;
                break;
        }
    }

    /// <summary>Takes the end of an element.</summary>
    public void EndElement(string name)
    {
        if (name == "list")
        {
            _open.TryPop(out _);
        }
    }

    /// <summary>The item that a paragraph begins; null where it begins none.</summary>
    public (int Level, int? Number)? Item()
    {
        if (!_open.TryPeek(out List? list) || !list.IsFresh)
        {
            return null;
        }

        list.IsFresh = false;
        return (_open.Count - 1, _numbered.Contains((list.Style, _open.Count)) ? list.Number : null);
    }

    private sealed class List(string style)
    {
        public string Style { get; } = style;

        public int Number { get; set; }

        /// <summary>Whether the item that was begun last has no paragraph yet.</summary>
        public bool IsFresh { get; set; }
    }
}
