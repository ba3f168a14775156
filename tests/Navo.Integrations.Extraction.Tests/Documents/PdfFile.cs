using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>Writes PDF by hand: pages of text at places, images, links, and what else a test needs.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];
    private readonly List<(string Content, string Extra, bool Image)> _pages = [];
    private string _trailer = string.Empty;
    private byte[]? _rawContent;

    /// <summary>Adds a page from lines of text, each with its place in points from the lower left and its size.</summary>
    public PdfFile Page(params (double X, double Y, double Size, string Text)[] lines)
    {
        StringBuilder content = new();
        foreach ((double x, double y, double size, string text) in lines)
        {
            content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {y} Td ({Escape(text)}) Tj ET\n");
        }

        _pages.Add((content.ToString(), string.Empty, false));
        return this;
    }

    /// <summary>Adds a page that shows an image and no text.</summary>
    public PdfFile Scan()
    {
        _pages.Add(("q 500 0 0 700 50 50 cm /Im1 Do Q\n", string.Empty, true));
        return this;
    }

    /// <summary>Puts a link over a part of the last page.</summary>
    public PdfFile Link(string uri, int left, int bottom, int right, int top)
    {
        (string content, _, bool image) = _pages[^1];
        _pages[^1] = (content, $"/Annots [<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] /A << /S /URI /URI ({uri}) >> >>]", image);
        return this;
    }

    /// <summary>Says that the file is encrypted, in a way that no empty password opens.</summary>
    public PdfFile Encrypted()
    {
        string zeros = new('0', 64);
        _trailer = $"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{zeros}> /U <{zeros}> >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";
        return this;
    }

    /// <summary>Replaces the content of the first page by compressed bytes that expand to as many as said.</summary>
    public PdfFile Bomb(int expanded)
    {
        using MemoryStream compressed = new();
        using (ZLibStream zlib = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] spaces = new byte[64 << 10];
            spaces.AsSpan().Fill((byte)' ');
            for (int written = 0; written < expanded; written += spaces.Length)
            {
                zlib.Write(spaces);
            }
        }

        _rawContent = compressed.ToArray();
        return this;
    }

    public byte[] ToArray()
    {
        _objects.Clear();
        _objects.Add(Ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        _objects.Add([]);
        _objects.Add(Ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        _objects.Add(Ascii("<< /Title (Handbook) /Author (Ann Example) /CreationDate (D:20260102030405+01'00') >>"));
        _objects.Add(Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [0]));
        List<int> kids = [];
        foreach ((string content, string extra, _) in _pages)
        {
            bool bomb = _rawContent is not null && kids.Count == 0;
            _objects.Add(bomb ? Stream("/Filter /FlateDecode", _rawContent!) : Stream(string.Empty, Encoding.Latin1.GetBytes(content)));
            _objects.Add(Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {_objects.Count} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 5 0 R >> >> {extra} >>"));
            kids.Add(_objects.Count);
        }

        _objects[1] = Ascii($"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        return Assemble();
    }

    private byte[] Assemble()
    {
        using MemoryStream file = new();
        file.Write("%PDF-1.7\n"u8);
        List<long> offsets = [];
        for (int i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write([.. Ascii($"{i + 1} 0 obj\n"), .. _objects[i], .. "\nendobj\n"u8]);
        }

        long table = file.Position;
        StringBuilder end = new($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (long offset in offsets)
        {
            end.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        end.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R /Info 4 0 R {_trailer} >>\nstartxref\n{table}\n%%EOF\n");
        file.Write(Ascii(end.ToString()));
        return file.ToArray();
    }

    private static byte[] Stream(string dictionary, byte[] bytes) =>
        [.. Ascii($"<< {dictionary} /Length {bytes.Length} >>\nstream\n"), .. bytes, .. "\nendstream"u8];

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
