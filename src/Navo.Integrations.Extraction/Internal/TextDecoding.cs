using System.Text;
using UtfUnknown;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Decodes text: by its byte order mark, else its declared character set, else UTF-8 where it is valid, else what its letters look like.</summary>
internal static class TextDecoding
{
    private const int SampleSize = 256 << 10;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens a reader at the beginning of a file. The stream stays open.</summary>
    public static StreamReader Open(DocumentInput input) =>
        new(input.Content, Find(input, input.Charset), detectEncodingFromByteOrderMarks: true, leaveOpen: true);

    /// <summary>The encoding of a file, whose stream is left at its beginning.</summary>
    /// <param name="input">The file.</param>
    /// <param name="charset">The declared character set; one that is not known counts as none.</param>
    public static Encoding Find(DocumentInput input, string? charset)
    {
        byte[] sample = new byte[SampleSize];
        input.Content.Position = 0;
        int length = input.Content.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false);
        input.Content.Position = 0;
        return Find(sample.AsSpan(0, length), charset, isWhole: length < SampleSize);
    }

    /// <summary>The encoding of a text.</summary>
    /// <param name="text">Its bytes, or the first of them.</param>
    /// <param name="charset">The declared character set; one that is not known counts as none.</param>
    /// <param name="isWhole">Whether these are all bytes.</param>
    public static Encoding Find(ReadOnlySpan<byte> text, string? charset, bool isWhole) =>
        ByMark(text) ?? ByName(charset, text, isWhole) ?? (IsUtf8(text, isWhole) ? Strict : ByLetters(text));

    private static Encoding? ByMark(ReadOnlySpan<byte> text) => text switch
    {
        [0xFF, 0xFE, 0x00, 0x00, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        _ => null,
    };

    // Declared as ASCII or UTF-8 and yet not valid: then the declaration is of no use.
    private static Encoding? ByName(string? charset, ReadOnlySpan<byte> text, bool isWhole)
    {
        if (string.IsNullOrWhiteSpace(charset) || Named(charset) is not { } named)
        {
            return null;
        }

        return named.CodePage is not (65001 or 20127) || IsUtf8(text, isWhole) ? named : null;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> text, bool isWhole)
    {
        // The last character of a sample may be cut: what is left of it is no fault.
        for (int cut = 0; cut <= (isWhole ? 0 : 3) && cut <= text.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(text[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static Encoding ByLetters(ReadOnlySpan<byte> text)
    {
        DetectionDetail? found = CharsetDetector.DetectFromBytes(text.ToArray()).Detected;
        return (found is { Confidence: > 0.3f } ? Named(found.EncodingName) : null) ?? Named("windows-1252")!;
    }
}
