using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>Where a page ended, sealed to its query and reader, so that it is of no use with another.</summary>
/// <param name="Score">The score of the last hit.</param>
/// <param name="Id">The id of the last hit.</param>
internal readonly record struct InMemoryContinuation(int Score, string Id)
{
    private const int SealLength = 16;

    public string Write(SearchQuery query, AccessContext reader)
    {
        byte[] place = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Score} {Id}"));
        return Base64Url.EncodeToString([.. Seal(place, query, reader), .. place]);
    }

    /// <exception cref="InvalidQueryException">The text is not a continuation of this query by this reader.</exception>
    public static InMemoryContinuation Read(string text, SearchQuery query, AccessContext reader)
    {
        byte[] bytes = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        if (bytes.Length <= SealLength || !Seal(bytes[SealLength..], query, reader).SequenceEqual(bytes[..SealLength]))
        {
            throw new InvalidQueryException("The continuation does not belong to this query by this reader.")
            {
                Remedy = "Pass the continuation of the page before, with the same query and reader.",
            };
        }

        string[] parts = Encoding.UTF8.GetString(bytes, SealLength, bytes.Length - SealLength).Split(' ', 2);
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    private static byte[] Seal(byte[] place, SearchQuery query, AccessContext reader)
    {
        string[][] parts =
        [
            [reader.Key, query.Text, Time(query.ModifiedSince), Time(query.ModifiedBefore)],
            [.. query.Containers],
            [.. query.Libraries],
            [.. query.FileTypes],
            [.. query.Kinds.Select(kind => kind.ToString())],
            [.. query.Labels],
            [.. query.Authors.Select(author => author.ToString())],
        ];
        string text = string.Join('\u001d', parts.Select(part => string.Join('\u001e', part)));
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(text), 0, .. place])[..SealLength];
    }

    private static string Time(DateTimeOffset? time) => time?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
