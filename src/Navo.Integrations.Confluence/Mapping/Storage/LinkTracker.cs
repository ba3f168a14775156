using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Notes the links as they are met; they are made of the notes when they are asked for.</summary>
internal sealed class LinkTracker : IDisposable
{
    private const long MaxCharacters = 2 * StorageXml.MaxCharacters;

    private readonly PooledText _texts = new();
    private readonly List<LinkNote> _links = [];

    /// <summary>How many there are, images among them.</summary>
    public int Count => _links.Count;

    /// <summary>How many are images.</summary>
    public int Images { get; private set; }

    /// <summary>Adds a link.</summary>
    /// <exception cref="ProtocolException">Texts and targets are longer together than twice what a body may hold, as those of links within links can be.</exception>
    public void Add(ContentLinkKind kind, ReadOnlySpan<char> text, string target, string? container = null, string? anchor = null)
    {
        if ((long)_texts.Length + text.Length + target.Length > MaxCharacters)
        {
            throw new ProtocolException($"The storage format of the page cannot be read: the texts of its links are longer than {MaxCharacters} characters together.");
        }

        _links.Add(new(kind, _texts.Length, text.Length, target.Length, container, anchor));
        _texts.Append(text);
        _texts.Append(target);
        Images += kind == ContentLinkKind.Image ? 1 : 0;
    }

    /// <summary>The links in order.</summary>
    public IReadOnlyList<ContentLink> Finish() => _links.Count == 0 ? [] : new DeferredList<ContentLink>(new LinkNotes(_texts.ToString(), [.. _links]));

    public void Dispose() => _texts.Dispose();
}
