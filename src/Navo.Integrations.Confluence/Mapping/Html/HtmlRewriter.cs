using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping.Html;

/// <summary>Writes tags and text as storage format: end tags that HTML lets one leave out are put in, and those that end nothing are left out.</summary>
internal sealed class HtmlRewriter
{
    private const int MaxDepth = 256;

    private readonly StorageBuilder _storage = new();

    // The name of each open element, and how many elements of the storage format were open before it.
    private readonly List<(string Name, int Depth)> _open = [];

    public void Text(string text) => _storage.Text(text);

    public void Start(string name, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (string ended in HtmlElements.EndedBy(name))
        {
            EndWithin(ended, HtmlElements.BoundaryOf(name));
        }

        if (_open.Count >= MaxDepth)
        {
            throw new ProtocolException($"The view of the page nests deeper than {MaxDepth} levels.");
        }

        _open.Add((name, _storage.Depth));
        HtmlElements.Write(_storage, name, attributes);
        if (HtmlElements.IsVoid(name))
        {
            CloseFrom(_open.Count - 1);
        }
    }

    public void End(string name)
    {
        int index = _open.FindLastIndex(open => open.Name == name);
        if (index >= 0)
        {
            CloseFrom(index);
        }
    }

    /// <summary>Ends what is open, and gives the whole.</summary>
    public string Finish()
    {
        CloseFrom(0);
        return _storage.ToString();
    }

    private void EndWithin(string name, string boundary)
    {
        int index = _open.FindLastIndex(open => open.Name == name);
        if (index >= 0 && index > _open.FindLastIndex(open => boundary.Contains($" {open.Name} ", StringComparison.Ordinal)))
        {
            CloseFrom(index);
        }
    }

    private void CloseFrom(int index)
    {
        if (index < _open.Count)
        {
            int depth = _open[index].Depth;
            _open.RemoveRange(index, _open.Count - index);
            while (_storage.Depth > depth)
            {
                _storage.Close();
            }
        }
    }
}
