using System.Text;

namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>The fonts of a document, by which the bytes of its text are decoded.</summary>
internal sealed class RtfFonts
{
    private const int DefaultCharset = 1;
    private const int MaxFonts = 4096;

    private readonly Dictionary<int, int> _charsets = [];
    private Encoding _default = Of(1252);

    public void SetDefault(int codePage) => _default = Of(codePage);

    public void SetCharset(int font, int charset)
    {
        if (_charsets.Count < MaxFonts)
        {
            _charsets[font] = charset;
        }
    }

    public Encoding EncodingOf(int font) =>
        _charsets.TryGetValue(font, out int charset) && charset is not (DefaultCharset or 0) && CodePage(charset) is { } page ? Of(page) : _default;

    private static int? CodePage(int charset) => charset switch
    {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => null,
    };

    private static Encoding Of(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? (codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
}
