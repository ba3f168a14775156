using System.Globalization;
using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>Attributes of elements, by their local name: the same in both forms of the format (Transitional and Strict).</summary>
internal static class Word
{
    /// <summary>An attribute of the element on which the reader stands.</summary>
    public static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                value = reader.LocalName == name ? reader.Value : value;
            }
            while (value is null && reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        return value;
    }

    /// <summary>An attribute that is a number; 0 where it is none.</summary>
    public static int Number(XmlReader reader, string name) =>
        int.TryParse(Attribute(reader, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <summary>Whether an element such as <c>w:b</c> switches something on.</summary>
    public static bool IsOn(XmlReader reader) => Attribute(reader, "val") is not ("0" or "false" or "off" or "none");
}
