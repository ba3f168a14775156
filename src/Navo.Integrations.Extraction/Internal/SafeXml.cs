using System.Xml;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>XML as it is read from files: no document type, no entities of its own, nothing fetched.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    private static readonly XmlReaderSettings Foreign = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <summary>Reads text of a foreign vocabulary: a document type is passed over, and an entity that it would define is not known.</summary>
    public static XmlReader ReadForeign(TextReader text) => XmlReader.Create(text, Foreign);

    /// <summary>Reads a stream forward and closes it at the end.</summary>
    public static XmlReader Read(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>Reads text forward.</summary>
    public static XmlReader Read(TextReader text) => XmlReader.Create(text, Settings);
}
