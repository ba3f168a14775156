namespace Navo.Integrations.Extraction.Internal;

/// <summary>The first bytes by which formats are known.</summary>
internal static class Signatures
{
    /// <summary>The type that a file's head stands for; null where no signature is there.</summary>
    public static string? Find(ReadOnlySpan<byte> head)
    {
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return MediaTypes.Pdf;
        }

        return Containers(head) ?? Images(head);
    }

    private static string? Containers(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) => MediaTypes.Zip,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => MediaTypes.CompoundFile,
        _ when head.StartsWith("{\\rtf"u8) => MediaTypes.Rtf,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => "application/gzip",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) => "application/x-7z-compressed",
        _ when head.StartsWith("Rar!"u8) => "application/vnd.rar",
        _ => null,
    };

    private static string? Images(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => "image/png",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when head.StartsWith("GIF8"u8) => "image/gif",
        _ when head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => "image/tiff",
        _ when head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8) => "image/webp",
        _ => null,
    };
}
