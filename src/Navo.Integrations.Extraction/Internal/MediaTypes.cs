namespace Navo.Integrations.Extraction.Internal;

/// <summary>The media types that the package knows, each by one name.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";
    public const string PlainText = "text/plain";
    public const string Markdown = "text/markdown";
    public const string Csv = "text/csv";
    public const string Tsv = "text/tab-separated-values";
    public const string Html = "text/html";
    public const string Xml = "application/xml";
    public const string Json = "application/json";
    public const string Notebook = "application/x-ipynb+json";
    public const string Mail = "message/rfc822";
    public const string Rtf = "application/rtf";
    public const string Pdf = "application/pdf";
    public const string Zip = "application/zip";
    public const string Epub = "application/epub+zip";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Xlsb = "application/vnd.ms-excel.sheet.binary.macroenabled.12";
    public const string Xls = "application/vnd.ms-excel";
    public const string Doc = "application/msword";
    public const string Ppt = "application/vnd.ms-powerpoint";
    public const string OutlookMessage = "application/vnd.ms-outlook";
    public const string CompoundFile = "application/x-cfb";
    public const string OdfText = "application/vnd.oasis.opendocument.text";
    public const string OdfSheet = "application/vnd.oasis.opendocument.spreadsheet";
    public const string OdfSlides = "application/vnd.oasis.opendocument.presentation";

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["binary/octet-stream"] = Unknown,
        ["application/binary"] = Unknown,
        ["application/x-download"] = Unknown,
        ["application/force-download"] = Unknown,
        ["text/x-markdown"] = Markdown,
        ["application/csv"] = Csv,
        ["text/x-csv"] = Csv,
        ["text/xml"] = Xml,
        ["text/json"] = Json,
        ["application/x-json"] = Json,
        ["application/xhtml+xml"] = Html,
        ["text/rtf"] = Rtf,
        ["application/x-rtf"] = Rtf,
        ["application/x-pdf"] = Pdf,
        ["application/x-zip-compressed"] = Zip,
        ["application/x-zip"] = Zip,
        ["application/vnd.ms-word.document.macroenabled.12"] = Docx,
        ["application/vnd.ms-word.template.macroenabled.12"] = Docx,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.template"] = Docx,
        ["application/vnd.ms-powerpoint.presentation.macroenabled.12"] = Pptx,
        ["application/vnd.ms-powerpoint.slideshow.macroenabled.12"] = Pptx,
        ["application/vnd.openxmlformats-officedocument.presentationml.slideshow"] = Pptx,
        ["application/vnd.openxmlformats-officedocument.presentationml.template"] = Pptx,
        ["application/vnd.ms-excel.sheet.macroenabled.12"] = Xlsx,
        ["application/vnd.ms-excel.template.macroenabled.12"] = Xlsx,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.template"] = Xlsx,
        ["application/vnd.oasis.opendocument.text-template"] = OdfText,
        ["application/vnd.oasis.opendocument.spreadsheet-template"] = OdfSheet,
        ["application/vnd.oasis.opendocument.presentation-template"] = OdfSlides,
    };

    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = PlainText, [".log"] = PlainText, [".text"] = PlainText, [".ini"] = PlainText, [".yaml"] = PlainText, [".yml"] = PlainText,
        [".md"] = Markdown, [".markdown"] = Markdown,
        [".csv"] = Csv, [".tsv"] = Tsv, [".tab"] = Tsv,
        [".html"] = Html, [".htm"] = Html, [".xhtml"] = Html,
        [".xml"] = Xml, [".xsd"] = Xml, [".xsl"] = Xml, [".svg"] = "image/svg+xml",
        [".json"] = Json, [".ipynb"] = Notebook,
        [".eml"] = Mail, [".rtf"] = Rtf, [".pdf"] = Pdf, [".zip"] = Zip, [".epub"] = Epub,
        [".docx"] = Docx, [".docm"] = Docx, [".dotx"] = Docx, [".dotm"] = Docx,
        [".pptx"] = Pptx, [".pptm"] = Pptx, [".ppsx"] = Pptx, [".ppsm"] = Pptx, [".potx"] = Pptx, [".potm"] = Pptx,
        [".xlsx"] = Xlsx, [".xlsm"] = Xlsx, [".xltx"] = Xlsx, [".xltm"] = Xlsx, [".xlsb"] = Xlsb,
        [".xls"] = Xls, [".xlt"] = Xls, [".doc"] = Doc, [".dot"] = Doc, [".ppt"] = Ppt, [".pps"] = Ppt, [".msg"] = OutlookMessage,
        [".odt"] = OdfText, [".ott"] = OdfText, [".ods"] = OdfSheet, [".ots"] = OdfSheet, [".odp"] = OdfSlides, [".otp"] = OdfSlides,
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".tif"] = "image/tiff", [".tiff"] = "image/tiff",
        [".bmp"] = "image/bmp", [".webp"] = "image/webp",
    };

    /// <summary>The one name of a type, in lower case and without parameters.</summary>
    public static string Normalize(string mediaType)
    {
        int end = mediaType.IndexOf(';', StringComparison.Ordinal);
        string name = (end < 0 ? mediaType : mediaType[..end]).Trim().ToLowerInvariant();
        return OtherNames.GetValueOrDefault(name, name);
    }

    /// <summary>The type that a file's name stands for; null where it says nothing.</summary>
    public static string? OfFile(string? fileName) => fileName is null ? null : ByExtension.GetValueOrDefault(Extension(fileName));

    /// <summary>Whether a type is a form of text, so that bytes alone do not tell it from plain text.</summary>
    public static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal)
        || mediaType is Json or Xml or Notebook or Mail
        || mediaType.EndsWith("+xml", StringComparison.Ordinal)
        || mediaType.EndsWith("+json", StringComparison.Ordinal);

    // Not Path.GetExtension: a name from elsewhere may hold characters that are no path's.
    private static string Extension(string fileName)
    {
        int dot = fileName.LastIndexOf('.');
        return dot < 0 ? string.Empty : fileName[dot..].TrimEnd();
    }
}
