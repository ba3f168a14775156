using System.IO.Compression;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Tells which format an archive is, by what stands in it.</summary>
internal static class ZipRecognition
{
    private const int LongestType = 128;

    /// <summary>The type; the declared one where the archive is too broken to tell.</summary>
    public static string Recognize(Stream content, string? declared)
    {
        try
        {
            content.Position = 0;
            if (ArchiveDirectory.Find(content) is not { IsPlausible: true })
            {
                return declared ?? MediaTypes.Zip;
            }

            using ZipArchive archive = new(content, ZipArchiveMode.Read, leaveOpen: true);
            return OpenDocument(archive) ?? OfficeOpen(archive) ?? MediaTypes.Zip;
        }
        catch (InvalidDataException)
        {
            return declared ?? MediaTypes.Zip;
        }
    }

    // OpenDocument and EPUB say it in an entry of this name.
    private static string? OpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { IsEncrypted: false, Length: > 0 and <= LongestType } entry)
        {
            return null;
        }

        using StreamReader reader = new(entry.Open());
        char[] text = new char[LongestType];
        int length = reader.ReadBlock(text);
        string type = MediaTypes.Normalize(new string(text, 0, length));
        return type is MediaTypes.OdfText or MediaTypes.OdfSheet or MediaTypes.OdfSlides or MediaTypes.Epub ? type : null;
    }

    private static string? OfficeOpen(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is null)
        {
            return null;
        }

        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = entry.FullName.TrimStart('/');
            string? type = name switch
            {
                "xl/workbook.bin" => MediaTypes.Xlsb,
                _ when name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) => MediaTypes.Docx,
                _ when name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) => MediaTypes.Pptx,
                _ when name.StartsWith("xl/workbook", StringComparison.OrdinalIgnoreCase) => MediaTypes.Xlsx,
                _ => null,
            };
            if (type is not null)
            {
                return type;
            }
        }

        return null;
    }
}
