using System.Security.Cryptography;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Audit.Chain;

/// <summary>SHA-256, or HMAC-SHA256 where there is a key, as hexadecimal digits in lower case.</summary>
internal sealed class ChainHash(byte[]? key)
{
    /// <summary>How many digits a hash has.</summary>
    public const int Digits = 2 * SHA256.HashSizeInBytes;

    private static readonly byte[] NewLine = [(byte)'\n'];

    /// <summary>What stands in the place of a hash that there is none of.</summary>
    public static string None { get; } = new('0', Digits);

    /// <summary>Reads a key as it is configured; null where it is no base64 of 32 bytes or more.</summary>
    public static byte[]? ReadKey(string base64) => KeyText.Read(base64) is { Length: >= SHA256.HashSizeInBytes } key ? key : null;

    /// <summary>The hash of a line: over all of it but the digits of the hash itself.</summary>
    public string OfLine(ReadOnlySpan<byte> line, int digitsAt)
    {
        using IncrementalHash hash = Begin();
        hash.AppendData(line[..digitsAt]);
        hash.AppendData(line[(digitsAt + Digits)..]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of lines that were cut short, each as if it were closed.</summary>
    public string OfCut(IEnumerable<byte[]> lines)
    {
        using IncrementalHash hash = Begin();
        foreach (byte[] line in lines)
        {
            hash.AppendData(line);
            hash.AppendData(NewLine);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IncrementalHash Begin() =>
        key is null ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
}
