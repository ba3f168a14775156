using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Tells what a file is: by its bytes first, by its declared type and name where the bytes leave it open.</summary>
internal static class FormatRecognition
{
    private const int HeadSize = 8 << 10;

    /// <summary>What is known before a byte is read.</summary>
    public static RecognizedType Unread(string? mediaType, string? fileName) => new(Declared(mediaType, fileName) ?? MediaTypes.Unknown, Declared(mediaType, fileName), null, false);

    /// <summary>Recognizes a file and leaves the stream at its beginning.</summary>
    public static RecognizedType Recognize(Stream content, string? mediaType, string? fileName)
    {
        byte[] head = new byte[HeadSize];
        content.Position = 0;
        int length = content.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        string? declared = Declared(mediaType, fileName);
        string recognized = ByBytes(content, head.AsSpan(0, length), declared);
        content.Position = 0;
        return new RecognizedType(recognized, declared, Charset(mediaType), IsWrong(declared, recognized)) { Refusal = Refusal(recognized) };
    }

    private static string ByBytes(Stream content, ReadOnlySpan<byte> head, string? declared)
    {
        if (Signatures.Find(head) is { } signature)
        {
            return signature switch
            {
                MediaTypes.Zip => ZipRecognition.Recognize(content, declared),
                MediaTypes.CompoundFile => CompoundFile.Recognize(content),
                _ => signature,
            };
        }

        // Bytes that tell nothing are what they were declared to be, and the extractor finds out.
        return TextRecognition.Recognize(head, declared) ?? declared ?? MediaTypes.Unknown;
    }

    private static string? Declared(string? mediaType, string? fileName)
    {
        string? byName = MediaTypes.OfFile(fileName);
        string? declared = string.IsNullOrWhiteSpace(mediaType) ? null : MediaTypes.Normalize(mediaType);
        return declared is null or MediaTypes.Unknown or MediaTypes.PlainText ? byName ?? declared : declared;
    }

    private static string? Charset(string? mediaType)
    {
        int at = mediaType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return null;
        }

        string value = mediaType![(at + "charset=".Length)..];
        int end = value.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? value : value[..end]).Trim().Trim('"');
    }

    private static bool IsWrong(string? declared, string recognized) =>
        declared is not (null or MediaTypes.Unknown) && declared != recognized && !(recognized == MediaTypes.PlainText && MediaTypes.IsText(declared));

    private static (ExtractionStatus, string)? Refusal(string recognized) => recognized switch
    {
        CompoundFile.EncryptedOffice => (ExtractionStatus.Encrypted, "The document is protected by a password or by rights management; a copy without protection can be read."),
        MediaTypes.Doc or MediaTypes.Ppt => (ExtractionStatus.Unsupported, $"No extractor reads {recognized}, the format of Office 97 to 2003; save it in the newer format, or add an extractor with AddTextExtractor."),
        _ when recognized.StartsWith("image/", StringComparison.Ordinal) => (ExtractionStatus.Unsupported, $"No extractor reads {recognized}: text in images needs OCR; add one with AddTextExtractor."),
        _ => null,
    };
}
