using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The fragments that a site makes of the headings of a page.</summary>
internal sealed class HeadingAnchors(string title, HeadingAnchorStyle style)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly string _prefix = style == HeadingAnchorStyle.TitlePrefixed ? $"{string.Concat(Words(title))}-" : string.Empty;

    /// <summary>That of the next heading. The second of equal headings carries ".1", the third ".2".</summary>
    public string Next(string heading)
    {
        string anchor = style == HeadingAnchorStyle.Dashed ? string.Join('-', Words(heading)) : $"{_prefix}{string.Concat(Words(heading))}";
        int before = _known.GetValueOrDefault(anchor);
        _known[anchor] = before + 1;
        return before == 0 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}.{before}");
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
