using AngleSharp.Dom;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Formats.Html;

/// <summary>Writes the text of elements. Text that stands outside of every block becomes a paragraph.</summary>
internal sealed class HtmlWriter(DocumentWriter output)
{
    private const int MaxDepth = 200;

    private int _depth;
    private int _blocks;
    private bool _paragraph;

    /// <summary>Where the text goes.</summary>
    public DocumentWriter Output => output;

    /// <summary>Writes an element with all that it holds.</summary>
    public void Write(IElement? root)
    {
        if (root is not null)
        {
            Children(root);
        }

        EndParagraph();
    }

    /// <summary>Writes what an element holds.</summary>
    public void Children(INode parent)
    {
        if (_depth >= MaxDepth)
        {
            output.Lose("html:depth", "Elements are nested so deep that only their bare text is kept.");
            Text(parent.TextContent);
            return;
        }

        _depth++;
        foreach (INode child in parent.ChildNodes)
        {
            Node(child);
        }

        _depth--;
    }

    /// <summary>Writes text where the writer stands.</summary>
    public void Text(string text)
    {
        if (string.IsNullOrEmpty(text) || (!IsInText && string.IsNullOrWhiteSpace(text)))
        {
            return;
        }

        BeginText();
        output.Text(text);
    }

    /// <summary>Makes sure that text may follow.</summary>
    public void BeginText()
    {
        if (!IsInText)
        {
            output.Begin(ExtractedBlockKind.Paragraph);
            _paragraph = true;
        }
    }

    /// <summary>Writes a block around what an element holds.</summary>
    public void Block(IElement element, Action begin)
    {
        EndParagraph();
        begin();
        _blocks++;
        Children(element);
        _blocks--;
        output.End();
    }

    /// <summary>Ends the paragraph that text outside of every block began.</summary>
    public void EndParagraph()
    {
        if (_paragraph)
        {
            output.End();
            _paragraph = false;
        }
    }

    /// <summary>Writes a cell, which is a text of its own.</summary>
    public void Cell(IElement cell, bool isHeader, int columns, int rows)
    {
        (int blocks, bool paragraph) = (_blocks, _paragraph);
        (_blocks, _paragraph) = (1, false);
        output.BeginCell(isHeader, columns, rows);
        Children(cell);
        output.EndCell();
        (_blocks, _paragraph) = (blocks, paragraph);
    }

    private bool IsInText => _paragraph || _blocks > 0;

    private void Node(INode node)
    {
        switch (node)
        {
            case IText text:
                Text(text.Data);
                break;
            case IElement element when !MainText.IsLeftOut(element):
                HtmlElements.Write(this, element);
                break;
            case IElement { LocalName: "svg" or "canvas" or "object" or "embed" or "iframe" or "audio" or "video" } element:
                output.Lose($"html:{element.LocalName}", "Embedded matter is not shown.");
                break;
        }
    }
}
