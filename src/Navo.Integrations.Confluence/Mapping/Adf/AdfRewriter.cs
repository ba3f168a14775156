using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>The pass over one document: what is written, and what was met on the way.</summary>
internal sealed class AdfRewriter(StorageRenderContext context)
{
    private readonly List<ContentLoss> _losses = [];
    private readonly HashSet<ContentLoss> _known = [];

    public StorageRenderContext Context => context;

    public StorageBuilder Storage { get; } = new();

    /// <summary>What is not shown in full, each once.</summary>
    public IReadOnlyList<ContentLoss> Losses => _losses;

    public void Document(AdfNode root)
    {
        if (root.Type != "doc")
        {
            throw AdfMarkup.Unreadable("its root is not a document");
        }

        Children(root);
    }

    public void Node(AdfNode node)
    {
        if (AdfVocabulary.Find(node.Type) is { } rewrite)
        {
            rewrite(this, node);
        }
        else
        {
            Unknown(node);
        }
    }

    /// <summary>Writes what is within a node. Neighbouring texts with one link stay one link.</summary>
    public void Children(AdfNode node)
    {
        string? open = null;
        foreach (AdfNode child in node.Children)
        {
            string? address = child.Type == "text" ? AdfMarks.LinkOf(child) : null;
            if (open is not null && open != address)
            {
                Storage.Close();
            }

            if (address is not null && address != open)
            {
                Storage.Open("a", ("href", address));
            }

            open = address;
            Node(child);
        }

        if (open is not null)
        {
            Storage.Close();
        }
    }

    /// <summary>Writes an element with what is within a node.</summary>
    public void Element(AdfNode node, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Storage.Open(name, attributes);
        Children(node);
        Storage.Close();
    }

    private void Unknown(AdfNode node)
    {
        string? text = node.Text ?? node["text"];
        bool isEmpty = text is null && !node.Children.Any();
        Lose($"element:adf:{node.Type}", isEmpty ? "Its name stands in its place." : "Its text is kept; what it does is not known.");
        Storage.Text(isEmpty ? $"[{MarkupName.Safe(node.Type)}]" : text);
        Children(node);
    }

    public void Lose(string element, string detail)
    {
        var loss = new ContentLoss(MarkupName.Safe(element), detail);
        if (_known.Add(loss))
        {
            _losses.Add(loss);
        }
    }

    public override string ToString() => Storage.ToString();
}
