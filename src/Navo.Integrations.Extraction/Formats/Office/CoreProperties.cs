using System.Globalization;
using System.Xml;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Office;

/// <summary>Reads the part in which Office and OpenDocument files describe themselves. What it says wrongly is passed over.</summary>
internal static class CoreProperties
{
    /// <summary>Reads the part; its stream is closed.</summary>
    public static DocumentProperties Read(Stream part)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        using XmlReader reader = SafeXml.Read(part);
        string name = string.Empty;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    name = reader.IsEmptyElement ? string.Empty : reader.LocalName;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when name.Length > 0:
                    values[name] = reader.Value.Trim();
                    break;
                case XmlNodeType.EndElement:
                    name = string.Empty;
                    break;
            }
        }

        return new DocumentProperties
        {
            Title = Filled(values, "title"),
            Author = Filled(values, "initial-creator") ?? Filled(values, "creator"),
            Created = Time(values, "created") ?? Time(values, "creation-date"),
            Modified = Time(values, "modified") ?? Time(values, "date"),
            Language = Filled(values, "language"),
        };
    }

    private static string? Filled(Dictionary<string, string> values, string name) => values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Time(Dictionary<string, string> values, string name) =>
        DateTimeOffset.TryParse(values.GetValueOrDefault(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
