using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Navo.Integrations.Testing.SharePoint;

/// <summary>Makes small Word documents: the same bytes for the same text.</summary>
internal static class WordFile
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static readonly DateTimeOffset Written = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A document with a heading and paragraphs.</summary>
    public static ImmutableArray<byte> Of(string heading, params string[] paragraphs)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Types}"/></Types>""");
            Add(archive, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            string body = Paragraph("""<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>""", heading) + string.Concat(paragraphs.Select(text => Paragraph(string.Empty, text)));
            Add(archive, "word/document.xml", $"""<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>""");
        }

        return [.. file.ToArray()];
    }

    private static string Paragraph(string properties, string text) => $"""<w:p>{properties}<w:r><w:t xml:space="preserve">{WebUtility.HtmlEncode(text)}</w:t></w:r></w:p>""";

    private static void Add(ZipArchive archive, string name, string xml)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name);
        entry.LastWriteTime = Written;
        using Stream part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));
    }
}
