using System.Globalization;
using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>The lists of a document, and where the counting in each stands.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, WordListLevel[]> _definitions = [];
    private readonly Dictionary<int, int> _lists = [];
    private readonly Dictionary<(int List, int Level), int> _starts = [];
    private readonly Dictionary<int, int[]> _counts = [];

    /// <summary>Reads the part; its stream is closed.</summary>
    public static WordNumbering Read(Stream part)
    {
        WordNumbering numbering = new();
        using XmlReader reader = SafeXml.Read(part);
        (int definition, int list, int level) = (0, 0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "abstractNum":
                    definition = Word.Number(reader, "abstractNumId");
                    numbering._definitions[definition] = [.. Enumerable.Range(0, Levels).Select(_ => new WordListLevel())];
                    break;
                case "num":
                    (list, definition) = (Word.Number(reader, "numId"), -1);
                    break;
                case "abstractNumId":
                    numbering._lists[list] = Word.Number(reader, "val");
                    break;
                case "lvl" or "lvlOverride":
                    level = Math.Clamp(Word.Number(reader, "ilvl"), 0, Levels - 1);
                    break;
                case "startOverride":
                    numbering._starts[(list, level)] = Word.Number(reader, "val");
                    break;
                default:
                    Property(reader, numbering._definitions.GetValueOrDefault(definition)?[level]);
                    break;
            }
        }

        return numbering;
    }

    /// <summary>Counts a paragraph of a list.</summary>
    /// <returns>Its number, null for a bullet; and the label as it is shown.</returns>
    public (int? Number, string Label) Count(int list, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        WordListLevel[]? definition = _lists.TryGetValue(list, out int id) ? _definitions.GetValueOrDefault(id) : null;
        if (definition is null || definition[level].Format is "bullet" or "none")
        {
            return (null, string.Empty);
        }

        if (!_counts.TryGetValue(list, out int[]? counts))
        {
            _counts[list] = counts = new int[Levels];
        }

        counts[level] = counts[level] == 0 ? _starts.TryGetValue((list, level), out int start) ? start : definition[level].Start : counts[level] + 1;
        counts.AsSpan(level + 1).Clear();
        return (counts[level], Label(definition[level], counts));
    }

    private static string Label(WordListLevel level, int[] counts)
    {
        string label = level.Text;
        for (int i = 0; i < Levels; i++)
        {
            label = label.Replace(string.Create(CultureInfo.InvariantCulture, $"%{i + 1}"), counts[i].ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return level.Format == "decimal" ? label : string.Empty;
    }

    private static void Property(XmlReader reader, WordListLevel? level)
    {
        switch (reader.LocalName)
        {
            case "start" when level is not null:
                level.Start = Word.Number(reader, "val");
                break;
            case "numFmt" when level is not null:
                level.Format = Word.Attribute(reader, "val") ?? "decimal";
                break;
            case "lvlText" when level is not null:
                level.Text = Word.Attribute(reader, "val") ?? string.Empty;
                break;
        }
    }
}
