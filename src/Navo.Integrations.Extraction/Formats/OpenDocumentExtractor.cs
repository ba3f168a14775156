using System.IO.Compression;
using System.Xml;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Formats.OpenDocument;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads OpenDocument texts, sheets and slides (ODF 1.3), forward.</summary>
internal sealed class OpenDocumentExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.OdfText, Internal.MediaTypes.OdfSheet, Internal.MediaTypes.OdfSlides];

    public ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using ArchiveReader archive = new(input.Content, input.Meter);
        RefuseEncrypted(archive, output);
        if (archive.Find("meta.xml") is { } meta)
        {
            output.Properties = CoreProperties.Read(archive.Open(meta));
        }

        ZipArchiveEntry content = archive.Find("content.xml") ?? throw new InvalidDataException("The document has no content.");
        using XmlReader reader = SafeXml.Read(archive.Open(content));
        if (input.MediaType == Internal.MediaTypes.OdfSheet)
        {
            new OdfSheets(input.Meter, output).Read(reader);
        }
        else
        {
            new OdfReader(output).Read(reader);
        }

        return ValueTask.CompletedTask;
    }

    private static void RefuseEncrypted(ArchiveReader archive, DocumentWriter output)
    {
        if (archive.Find("META-INF/manifest.xml") is not { } manifest)
        {
            return;
        }

        using StreamReader text = new(archive.Open(manifest));
        using XmlReader reader = SafeXml.ReadForeign(text);
        while (reader.Read())
        {
            if (reader.LocalName is "encryption-data" or "encrypted-key")
            {
                output.Stop(ExtractionStatus.Encrypted, "The document is protected by a password; a copy without protection can be read.");
            }
        }
    }
}
