using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Notes the links as they are met; they are made of the notes when they are asked for.</summary>
/// <param name="length">How long the body is.</param>
internal sealed class LinkTracker(int length) : IDisposable
{
    private const int Spare = 1_000_000;

    // Each text and target stands in the body, or is a name or a title in its place; only links within links say the same again and again.
    private readonly long _most = (2L * length) + Spare;
    private readonly PooledText _texts = new();
    private readonly List<LinkNote> _links = [];

    /// <summary>How many there are, images among them.</summary>
    public int Count => _links.Count;

    /// <summary>How many are images.</summary>
    public int Images { get; private set; }

    /// <summary>Adds a link.</summary>
    /// <exception cref="ProtocolException">Texts and targets are longer together than two bodies and a million characters, as those of links within links can be.</exception>
    public void Add(ContentLinkKind kind, ReadOnlySpan<char> text, string target, string? container = null, string? anchor = null)
    {
        if ((long)_texts.Length + text.Length + target.Length > _most)
        {
            throw new ProtocolException($"The page cannot be read: the texts and targets of its links are longer than {_most} characters together.");
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
