using System.Globalization;
using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>What the styles of a document make of a paragraph. Names of styles are translated, ids and outline levels are not.</summary>
internal sealed class WordStyles
{
    private const int MaxChain = 32;

    private readonly Dictionary<string, WordStyle> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads the part; its stream is closed.</summary>
    public static WordStyles Read(Stream part)
    {
        WordStyles styles = new();
        using XmlReader reader = SafeXml.Read(part);
        WordStyle? style = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "style")
            {
                style = new WordStyle();
                styles._styles[Word.Attribute(reader, "styleId") ?? string.Empty] = style;
            }
            else if (style is not null)
            {
                Property(reader, style);
            }
        }

        return styles;
    }

    /// <summary>The level of a heading, from 1; null for a style of ordinary text.</summary>
    public int? HeadingOf(string? id)
    {
        for (int i = 0; i < MaxChain && id is not null && _styles.GetValueOrDefault(id) is { } style; i++, id = style.BasedOn)
        {
            if (style.Heading is { } level)
            {
                return level > 0 ? level : null;
            }
        }

        return null;
    }

    /// <summary>The list that a style belongs to.</summary>
    public (int? List, int Level) ListOf(string? id)
    {
        for (int i = 0; i < MaxChain && id is not null && _styles.GetValueOrDefault(id) is { } style; i++, id = style.BasedOn)
        {
            if (style.List is { } list)
            {
                return (list, style.ListLevel);
            }
        }

        return (null, 0);
    }

    /// <summary>Whether a style is one of quotations.</summary>
    public bool IsQuote(string? id) => id is not null && (_styles.GetValueOrDefault(id)?.Name ?? id) is "Quote" or "Intense Quote" or "IntenseQuote";

    private static void Property(XmlReader reader, WordStyle style)
    {
        switch (reader.LocalName)
        {
            case "name":
                style.Name = Word.Attribute(reader, "val") ?? string.Empty;
                style.Heading ??= Named(style.Name);
                break;
            case "basedOn":
                style.BasedOn = Word.Attribute(reader, "val");
                break;
            case "outlineLvl":
                style.Heading = Word.Number(reader, "val") is >= 0 and < 9 and var level ? level + 1 : 0;
                break;
            case "numId":
                style.List = Word.Number(reader, "val");
                break;
            case "ilvl":
                style.ListLevel = Word.Number(reader, "val");
                break;
        }
    }

    private static int? Named(string name) => name.ToLowerInvariant() switch
    {
        "title" => 1,
        "subtitle" => 2,
        var heading when heading.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(heading.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out int level) => level,
        _ => null,
    };
}
