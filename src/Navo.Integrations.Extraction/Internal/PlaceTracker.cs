using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Where in the file the reading stands.</summary>
internal sealed class PlaceTracker
{
    private readonly List<(int Level, string Text)> _headings = [];
    private readonly Stack<(string? Part, DocumentLocation Place, (int, string)[] Headings)> _outer = [];
    private DocumentLocation _place = new();

    /// <summary>The place.</summary>
    public DocumentLocation Current => _place;

    /// <summary>The place on a range of cells.</summary>
    public DocumentLocation At(string? cellRange) => cellRange is null ? _place : _place with { CellRange = cellRange };

    public void Page(int number) => _place = _place with { Page = number };

    public void Slide(int number)
    {
        _headings.Clear();
        _place = _place with { Slide = number, HeadingPath = [] };
    }

    public void Sheet(string name)
    {
        _headings.Clear();
        _place = _place with { Sheet = name, HeadingPath = [] };
    }

    /// <summary>Enters a heading: it stands below those of smaller levels.</summary>
    public void Heading(int level, string text)
    {
        _headings.RemoveAll(heading => heading.Level >= level);
        _headings.Add((level, text));
        _place = _place with { HeadingPath = [.. _headings.Select(heading => heading.Text)] };
    }

    /// <summary>Enters a file within the file, which has places of its own.</summary>
    public void EnterPart(string name)
    {
        _outer.Push((_place.Part, _place, [.. _headings]));
        _headings.Clear();
        _place = new DocumentLocation { Part = _place.Part is null ? name : $"{_place.Part}/{name}" };
    }

    /// <summary>Leaves it.</summary>
    public void LeavePart()
    {
        (_, _place, (int, string)[] headings) = _outer.Pop();
        _headings.Clear();
        _headings.AddRange(headings);
    }
}
