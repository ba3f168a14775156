using System.Xml;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Opens a body as a fragment of XML that knows HTML's entities and fetches nothing.</summary>
internal static class StorageXml
{
    private const long MaxCharacters = 20_000_000;
    private const long MaxEntityCharacters = 2_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = MaxEntityCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The reader; a document type within the body is refused, since fragments have none.</summary>
    public static XmlReader Open(string storage)
    {
        var names = new NameTable();
        string? entities = storage.Contains('&', StringComparison.Ordinal) ? HtmlEntities.Declarations : string.Empty;
        var parsing = new XmlParserContext(names, new StorageNamespaces(names), "storage", null, null, entities, string.Empty, string.Empty, XmlSpace.None);
        return XmlReader.Create(new StringReader(storage), Settings, parsing);
    }
}
