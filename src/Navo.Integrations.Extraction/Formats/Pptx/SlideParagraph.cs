using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Formats.Pptx;

/// <summary>A paragraph of a shape: a title, an item of the body, or plain text.</summary>
internal sealed class SlideParagraph(DocumentWriter output)
{
    private readonly List<(string Text, string? Address)> _runs = [];
    private string _placeholder = string.Empty;
    private string? _address;
    private bool _hasBullet;
    private int _level;

    /// <summary>Whether the paragraph stands in a cell.</summary>
    public bool InCell { get; set; }

    public void BeginShape() => _placeholder = string.Empty;

    /// <summary>Notes what the shape is for.</summary>
    public void Placeholder(string type) => _placeholder = type;

    public void Begin() => (_level, _hasBullet) = (0, true);

    public void Level(string? level) => _level = int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out int deep) ? deep : 0;

    public void NoBullet() => _hasBullet = false;

    public void Link(string? address) => _address = address;

    public void Break() => _runs.Add(("\n", null));

    public void Text(string text)
    {
        _runs.Add((text, _address));
        _address = null;
    }

    /// <summary>Writes the paragraph.</summary>
    public void End()
    {
        // Numbers, dates and footers stand on every slide.
        bool isText = _placeholder is not ("sldNum" or "dt" or "ftr" or "hdr") && _runs.Any(run => !string.IsNullOrWhiteSpace(run.Text));
        if (isText)
        {
            BeginBlock();
            foreach ((string text, string? address) in _runs)
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

            output.End();
        }

        _runs.Clear();
        _address = null;
    }

    private void BeginBlock()
    {
        switch (_placeholder)
        {
            case "title" or "ctrTitle" when !InCell:
                output.BeginHeading(2);
                break;
            case "body" or "obj" when _hasBullet && !InCell:
                output.BeginListItem(_level, number: null);
                break;
            default:
                output.Begin(ExtractedBlockKind.Paragraph);
                break;
        }
    }
}
