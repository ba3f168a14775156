using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Office;

/// <summary>The parts of an Office document, read forward and within the limits.</summary>
internal sealed class OfficeParts(OpenXmlPackage package, DocumentInput input)
{
    private readonly long _size = input.Content.Length;

    /// <summary>Opens a part for reading forward.</summary>
    public Stream Open(OpenXmlPart part) => new MeteredStream(part.GetStream(FileMode.Open, FileAccess.Read), input.Meter, _size);

    /// <summary>The part to which a relationship leads; null where there is none in the document. What lies outside of it is never opened.</summary>
    public static OpenXmlPart? Find(OpenXmlPart from, string relationship) =>
        relationship.Length > 0 && from.TryGetPartById(relationship, out OpenXmlPart? part) ? part : null;

    /// <summary>What the document says about itself.</summary>
    public DocumentProperties Describe() =>
        package.GetPartsOfType<CoreFilePropertiesPart>().FirstOrDefault() is { } part ? CoreProperties.Read(Open(part)) : DocumentProperties.None;
}
