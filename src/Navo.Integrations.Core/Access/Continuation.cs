using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>
/// Binds the position of the next page to the search and the reader it belongs to. It guards against mistakes, not against forgery:
/// what a forged one leads to is trimmed for the reader like any page.
/// </summary>
public static class Continuation
{
    private const int SealLength = 16;

    /// <summary>Binds a position.</summary>
    /// <param name="position">The source's own position; null where there is no next page.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="arguments">All that the search depends on beside the reader.</param>
    /// <returns>The continuation to give out; null where there is no next page.</returns>
    public static string? Seal(string? position, AccessContext reader, ReadOnlySpan<string?> arguments) =>
        position is null ? null : $"{SealOf(position, reader, arguments)}.{position}";

    /// <summary>Gets back a position.</summary>
    /// <param name="continuation">What was given out; null for the first page.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="arguments">All that the search depends on beside the reader.</param>
    /// <returns>The source's own position; null for the first page.</returns>
    /// <exception cref="InvalidQueryException">The continuation belongs to another search or reader.</exception>
    public static string? Open(string? continuation, AccessContext reader, ReadOnlySpan<string?> arguments)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (continuation is null)
        {
            return null;
        }

        bool fits = continuation.Length > SealLength + 1
            && continuation[SealLength] == '.'
            && continuation.AsSpan(0, SealLength).SequenceEqual(SealOf(continuation[(SealLength + 1)..], reader, arguments));
        return fits
            ? continuation[(SealLength + 1)..]
            : throw new InvalidQueryException("The continuation belongs to another search or another reader.")
            {
                Remedy = "Pass the Continuation of the page before, with the same query and reader.",
            };
    }

    private static string SealOf(string position, AccessContext reader, ReadOnlySpan<string?> arguments)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, reader.Key);
        foreach (string? part in arguments)
        {
            Append(hash, part);
        }

        Append(hash, position);
        Span<byte> seal = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(seal);
        return Convert.ToHexStringLower(seal[..(SealLength / 2)]);
    }

    private static void Append(IncrementalHash hash, string? part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part?.Length ?? -1);
        hash.AppendData(length);
        hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
    }
}
