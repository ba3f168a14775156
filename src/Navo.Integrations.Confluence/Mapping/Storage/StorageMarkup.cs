using System.Xml;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Turns Confluence's storage format into Markdown in one forward pass.</summary>
/// <remarks>
/// The format is XML with HTML's entities and the prefixes <c>ac</c> and <c>ri</c>
/// (<see href="https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html"/>).
/// What becomes of each macro stands in docs/confluence-macros.md.
/// </remarks>
internal static class StorageMarkup
{
    /// <summary>Turns a body into text.</summary>
    /// <param name="storage">The value of <c>body.storage</c>.</param>
    /// <param name="context">What the body does not say.</param>
    /// <returns>The text; nothing of the body is left out without a <see cref="ContentLoss"/>.</returns>
    /// <exception cref="ProtocolException">The body is not well-formed, nests deeper than 256 levels, is larger than 20 million characters or has links whose texts and targets are longer than two bodies and a million characters. The message names the position, in which a character with a name counts as one, never the content.</exception>
    public static RenderedMarkup Render(string storage, StorageRenderContext context)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(context);
        using XmlReader reader = StorageXml.Open(storage);
        using var cursor = new StorageCursor(reader, context, storage.Length);
        try
        {
            cursor.Document();
        }
        catch (XmlException malformed)
        {
            // The parser's own message quotes names and characters of the page: it must not travel.
            throw new ProtocolException($"The storage format of the page cannot be read: it is malformed or beyond the limits at line {malformed.LineNumber}, column {malformed.LinePosition}.");
        }

        return cursor.Complete();
    }

    /// <summary>Whether a part is well-formed and within the limits.</summary>
    public static bool IsReadable(string storage)
    {
        try
        {
            using XmlReader reader = StorageXml.Open(storage);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
