using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Formats.Html;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads books (EPUB 2 and 3), chapter by chapter in the order in which they are to be read.</summary>
internal sealed class EpubExtractor : IFormatExtractor
{
    private const string Container = "META-INF/container.xml";
    private const string Encryption = "META-INF/encryption.xml";

    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Epub];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using ArchiveReader archive = new(input.Content, input.Meter);
        RefuseEncrypted(archive, output);
        string package = Load(archive, Container).Descendants().First(element => element.Name.LocalName == "rootfile").Attribute("full-path")?.Value
            ?? throw new InvalidDataException("The book names no package.");
        XElement book = Load(archive, package);
        output.Properties = Describe(book);
        foreach (string chapter in Chapters(book))
        {
            await ChapterAsync(archive, Combine(package, chapter), output, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ChapterAsync(ArchiveReader archive, string path, DocumentWriter output, CancellationToken cancellationToken)
    {
        if (archive.Find(path) is not { } entry)
        {
            output.Lose("epub:chapter", "A chapter that the book names is not in it.");
            return;
        }

        output.EnterPart(path);
        using Stream content = archive.Open(entry);
        using AngleSharp.Html.Dom.IHtmlDocument page = await HtmlExtractor.ParseAsync(content, System.Text.Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        new HtmlWriter(output).Write(page.Body);
        output.LeavePart();
    }

    // Fonts may be disguised in a book that anybody may read; a book whose text is encrypted says so in the same file.
    private static void RefuseEncrypted(ArchiveReader archive, DocumentWriter output)
    {
        if (archive.Find(Encryption) is null)
        {
            return;
        }

        IEnumerable<string> targets = Load(archive, Encryption).Descendants().Where(element => element.Name.LocalName == "CipherReference").Select(element => element.Attribute("URI")?.Value ?? string.Empty);
        if (targets.Any(target => target.EndsWith("html", StringComparison.OrdinalIgnoreCase) || target.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || target.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            output.Stop(ExtractionStatus.Encrypted, "The book is protected by rights management.");
        }
    }

    private static IEnumerable<string> Chapters(XElement book)
    {
        Dictionary<string, string> files = book.Descendants()
            .Where(element => element.Name.LocalName == "item" && (element.Attribute("media-type")?.Value.Contains("html", StringComparison.Ordinal) ?? false))
            .GroupBy(element => element.Attribute("id")?.Value ?? string.Empty)
            .ToDictionary(group => group.Key, group => group.First().Attribute("href")?.Value ?? string.Empty, StringComparer.Ordinal);
        return book.Descendants()
            .Where(element => element.Name.LocalName == "itemref")
            .Select(element => files.GetValueOrDefault(element.Attribute("idref")?.Value ?? string.Empty))
            .OfType<string>()
            .Where(path => path.Length > 0);
    }

    private static DocumentProperties Describe(XElement book) => new()
    {
        Title = Value(book, "title"),
        Author = Value(book, "creator"),
        Language = Value(book, "language"),
    };

    private static string? Value(XElement book, string name) =>
        book.Descendants().FirstOrDefault(element => element.Name.LocalName == name && element.Name.NamespaceName.Contains("purl.org/dc", StringComparison.Ordinal))?.Value.Trim();

    // Only the grammar of addresses is used: the result names an entry, and nothing is opened by it.
    private static string Combine(string package, string path) =>
        Uri.UnescapeDataString(new Uri(new Uri($"zip://book/{package}"), path).AbsolutePath.TrimStart('/'));

    private static XElement Load(ArchiveReader archive, string path)
    {
        ZipArchiveEntry entry = archive.Find(path) ?? throw new InvalidDataException("The book lacks a part that every book has.");
        using StreamReader text = new(archive.Open(entry));
        using XmlReader reader = SafeXml.ReadForeign(text);
        return XElement.Load(reader);
    }
}
