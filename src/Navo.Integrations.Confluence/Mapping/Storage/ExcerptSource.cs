using System.Xml;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Finds excerpts in a body.</summary>
internal static class ExcerptSource
{
    /// <summary>The body of an excerpt, in storage format.</summary>
    /// <param name="storage">The body of the page.</param>
    /// <param name="name">The name of the excerpt; null for the first.</param>
    /// <returns>The excerpt; null where there is none.</returns>
    /// <exception cref="ProtocolException">The body can't be read.</exception>
    public static string? Find(string storage, string? name)
    {
        using XmlReader reader = StorageXml.Open(storage);
        try
        {
            while (reader.Read())
            {
                bool isExcerpt = reader.NodeType == XmlNodeType.Element && reader.Name is "ac:structured-macro" or "ac:macro" && reader.GetAttribute("ac:name") == "excerpt";
                if (isExcerpt && Body(reader, name) is { } body)
                {
                    return body;
                }
            }

            return null;
        }
        catch (XmlException malformed)
        {
            throw new ProtocolException($"The storage format of the page cannot be read: it is malformed or beyond the limits at line {malformed.LineNumber}, column {malformed.LinePosition}.");
        }
    }

    // Parameters come before the body.
    private static string? Body(XmlReader reader, string? name)
    {
        string? own = null;
        int depth = reader.Depth;
        while (!reader.EOF && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
            {
                continue;
            }

            if (reader.Name == "ac:parameter" && reader.GetAttribute("ac:name") == "name")
            {
                using XmlReader parameter = reader.ReadSubtree();
                parameter.Read();
                own = parameter.ReadElementContentAsString();
            }
            else if (reader.Name is "ac:rich-text-body" or "ac:body")
            {
                return name is null || name == own ? reader.ReadInnerXml() : null;
            }
        }

        return null;
    }
}
