using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>Collects the text of a document into paragraphs, rows and notes, and writes them.</summary>
internal sealed partial class RtfText(DocumentWriter output)
{
    private readonly List<(string Text, string? Address)> _paragraph = [];
    private readonly RtfTable _table = new(output);
    private readonly List<(string Label, string Text)> _notes = [];
    private readonly Dictionary<RtfDestination, StringBuilder> _aside = [];
    private string? _address;
    private int _outline = -1;
    private int _level;
    private bool _inTable;

    /// <summary>Appends text.</summary>
    public void Append(RtfDestination destination, string text)
    {
        switch (destination)
        {
            case RtfDestination.Body:
                _paragraph.Add((text, null));
                break;
            case RtfDestination.FieldResult:
                _paragraph.Add((text, _address));
                break;
            default:
                Aside(destination).Append(text);
                break;
        }
    }

    /// <summary>Notes text that is hidden.</summary>
    public void Hidden() => output.Lose("text:hidden", "Text that is marked as hidden is left out.");

    /// <summary>Enters a group that has a purpose.</summary>
    public void Enter(RtfDestination destination, string word)
    {
        Aside(destination).Clear();
        if (word is "pict" or "object")
        {
            output.Lose(word == "pict" ? "image" : "object", "An image or embedded object is not shown.");
        }
    }

    /// <summary>Leaves it.</summary>
    public void Leave(RtfDestination destination)
    {
        string text = Aside(destination).ToString().Trim();
        switch (destination)
        {
            case RtfDestination.FieldInstruction:
                _address = Hyperlink().Match(text) is { Success: true } link ? link.Groups[1].Value : null;
                break;
            case RtfDestination.Footnote or RtfDestination.Comment when text.Length > 0:
                _notes.Add((destination == RtfDestination.Footnote ? "Footnote" : "Comment", text));
                break;
            case RtfDestination.Title when text.Length > 0:
                output.Properties = output.Properties with { Title = text };
                break;
            case RtfDestination.Author when text.Length > 0:
                output.Properties = output.Properties with { Author = text };
                break;
            case RtfDestination.FieldResult:
                _address = null;
                break;
        }
    }

    /// <summary>Takes a control word that shapes the text.</summary>
    public void Control(RtfDestination destination, string word, int? value)
    {
        if (destination is not (RtfDestination.Body or RtfDestination.FieldResult))
        {
            _ = word is "par" or "line" ? Aside(destination).Append('\n') : null;
            return;
        }

        switch (word)
        {
            case "par" or "sect" or "page":
                EndParagraph();
                break;
            case "cell" or "nestcell":
                _table.Cell(Take());
                break;
            case "row" or "nestrow":
                _table.EndRow();
                break;
            case "intbl":
                _inTable = true;
                break;
            case "pard":
                (_outline, _level, _inTable) = (-1, 0, false);
                Aside(RtfDestination.ListText).Clear();
                break;
            case "outlinelevel":
                _outline = value ?? -1;
                break;
            case "ilvl":
                _level = value ?? 0;
                break;
        }
    }

    /// <summary>Writes what is left.</summary>
    public void Complete()
    {
        EndParagraph();
        _table.EndRow();
        _table.Write();
    }

    private void EndParagraph()
    {
        if (_inTable)
        {
            _paragraph.Add(("\n", null));
            return;
        }

        _table.Write();
        string marker = Aside(RtfDestination.ListText).ToString().Trim();
        if (_paragraph.Any(part => !string.IsNullOrWhiteSpace(part.Text)))
        {
            Begin(marker);
            foreach ((string text, string? address) in _paragraph)
            {
                Write(text, address);
            }

            output.End();
        }

        _paragraph.Clear();
        Notes();
    }

    private void Begin(string marker)
    {
        if (_outline is >= 0 and < 9)
        {
            output.BeginHeading(_outline + 1);
        }
        else if (marker.Length > 0)
        {
            output.BeginListItem(_level, int.TryParse(marker.AsSpan().TrimEnd(".)"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null);
        }
        else
        {
            output.Begin(ExtractedBlockKind.Paragraph);
        }
    }

    private void Write(string text, string? address)
    {
        if (address is null)
        {
            output.Lines(text);
        }
        else
        {
            output.Link(text, address);
        }
    }

    private string Take()
    {
        string text = string.Concat(_paragraph.Select(part => part.Text)).Trim();
        _paragraph.Clear();
        return text;
    }

    private void Notes()
    {
        foreach ((string label, string text) in _notes)
        {
            output.Note(label, text);
        }

        _notes.Clear();
    }

    private StringBuilder Aside(RtfDestination destination)
    {
        if (!_aside.TryGetValue(destination, out StringBuilder? text))
        {
            _aside[destination] = text = new StringBuilder();
        }

        return text;
    }

    [GeneratedRegex("""HYPERLINK\s+"([^"]+)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hyperlink();
}
