using System.Xml;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Opens a body as a fragment of XML that knows HTML's entities and fetches nothing.</summary>
internal static class StorageXml
{
    private const long MaxCharacters = 20_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The reader; a document type within the body is refused, since fragments have none.</summary>
    public static XmlReader Open(string storage)
    {
        var names = new NameTable();
        var parsing = new XmlParserContext(names, new StorageNamespaces(names), null, XmlSpace.None);
        return XmlReader.Create(new EntityReader(storage), Settings, parsing);
    }
}
