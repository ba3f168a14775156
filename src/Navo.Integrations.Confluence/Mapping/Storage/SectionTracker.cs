using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The headings met so far, and the sections they begin.</summary>
internal sealed class SectionTracker(StorageRenderContext context)
{
    private readonly List<ContentSection> _sections = [];
    private readonly List<(int Level, string Text)> _path = [];
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private string? _title;
    private string? _explicit;
    private int _explicitAt = -1;
    private string[] _headingPath = [];
    private string? _anchor;
    private int _level;
    private int _start;

    /// <summary>Notes an anchor macro; a heading in which, or directly before which, it stands takes its name.</summary>
    public void Anchor(string name, int plainLength)
    {
        _explicit = name;
        _explicitAt = plainLength;
    }

    /// <summary>Enters a heading.</summary>
    public void BeginHeading(int plainLength)
    {
        _explicit = _explicitAt == plainLength ? _explicit : null;
    }

    /// <summary>Leaves it.</summary>
    /// <returns>The name of its anchor macro.</returns>
    public string? EndHeading()
    {
        string? name = _explicit;
        _explicit = null;
        return name;
    }

    /// <summary>Begins a section.</summary>
    /// <param name="level">The level of its heading.</param>
    /// <param name="text">The text of its heading.</param>
    /// <param name="start">Where its line begins in the Markdown.</param>
    /// <param name="explicitAnchor">The name of an anchor macro that stands in the heading; it goes before the site's own form.</param>
    public void Begin(int level, string text, int start, string? explicitAnchor)
    {
        End(start);
        while (_path.Count > 0 && _path[^1].Level >= level)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        _path.Add((level, text));
        (_headingPath, _level, _anchor, _start) = (Path(), level, explicitAnchor ?? Unique(Generated(text)), start);
    }

    /// <summary>Ends the last section where the text ends.</summary>
    /// <returns>The sections, which together cover the text.</returns>
    public IReadOnlyList<ContentSection> Finish(int length)
    {
        End(length);
        return _sections;
    }

    // Before the first heading there is a section only where there is text.
    private void End(int end)
    {
        if (_level > 0 || end > 0)
        {
            _sections.Add(new ContentSection { HeadingPath = _headingPath, Level = _level, Anchor = _anchor, Start = _start, Length = end - _start });
        }
    }

    private string[] Path()
    {
        string[] path = new string[_path.Count];
        for (int i = 0; i < path.Length; i++)
        {
            path[i] = _path[i].Text;
        }

        return path;
    }

    private string Generated(string heading) => context.AnchorStyle == HeadingAnchorStyle.Dashed
        ? string.Join('-', Words(heading))
        : $"{_title ??= string.Concat(Words(context.Title))}-{string.Concat(Words(heading))}";

    // The second of equal headings carries ".1", the third ".2".
    private string Unique(string anchor)
    {
        int before = _anchors.GetValueOrDefault(anchor);
        _anchors[anchor] = before + 1;
        return before == 0 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}.{before}");
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
