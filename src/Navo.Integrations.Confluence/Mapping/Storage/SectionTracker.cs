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
        _path.RemoveAll(heading => heading.Level >= level);
        _path.Add((level, text));
        _sections.Add(new ContentSection
        {
            HeadingPath = Path(),
            Level = level,
            Anchor = explicitAnchor ?? Unique(Generated(text)),
            Start = start,
            Length = 0,
        });
    }

    /// <summary>The sections, which together cover a text of a length.</summary>
    public IReadOnlyList<ContentSection> ToSections(int length)
    {
        List<ContentSection> all = [];
        if (length > 0 && (_sections.Count == 0 || _sections[0].Start > 0))
        {
            all.Add(new ContentSection { HeadingPath = [], Level = 0, Start = 0, Length = 0 });
        }

        all.AddRange(_sections);
        for (int i = 0; i < all.Count; i++)
        {
            int end = i + 1 < all.Count ? all[i + 1].Start : length;
            all[i] = all[i] with { Length = end - all[i].Start };
        }

        return all;
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
