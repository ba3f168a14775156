using System.Buffers.Binary;
using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>The code of a tiny link: the id's bytes, the lowest first, as base64 without the zeros at its end, with <c>-</c> for <c>/</c> and <c>_</c> for <c>+</c>.</summary>
/// <remarks><see href="https://confluence.atlassian.com/confkb/how-to-programmatically-generate-the-tiny-link-of-a-confluence-page-956713432.html"/>.</remarks>
internal static class TinyLink
{
    private const int IdBytes = sizeof(long);
    private const int FullLength = 12; // eight bytes as base64, padding included
    private const int Longest = 11;

    /// <summary>The id; null for what is no code.</summary>
    public static string? IdOf(string code)
    {
        if (code.Length is 0 or > Longest || !code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return null;
        }

        string base64 = code.Replace('-', '/').Replace('_', '+').PadRight(Longest, 'A').PadRight(FullLength, '=');
        Span<byte> bytes = stackalloc byte[IdBytes + 1];
        bool isCode = Convert.TryFromBase64String(base64, bytes, out int written) && written == IdBytes;
        long id = isCode ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
        return id > 0 ? id.ToString(CultureInfo.InvariantCulture) : null;
    }
}
