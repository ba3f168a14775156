using System.Text;
using System.Text.Json;

namespace Navo.Integrations.Core.Audit.Chain;

/// <summary>A whole line that belongs to a chain.</summary>
/// <param name="Mark">What it says of its place.</param>
/// <param name="DigitsAt">Where in the line the digits of its hash begin.</param>
internal sealed record ChainedLine(ChainMark Mark, int DigitsAt)
{
    private const byte End = (byte)'}';

    private static ReadOnlySpan<byte> Member => ",\"chain\":"u8;

    /// <summary>Puts a mark at the end of a line's innermost last object, and the hash into it.</summary>
    /// <param name="line">The line without a chain.</param>
    /// <param name="depth">How many objects end at its end: the mark belongs to the innermost.</param>
    /// <param name="mark">The mark; its hash is still <see cref="ChainHash.None"/>.</param>
    /// <param name="hash">Makes the hash.</param>
    public static (byte[] Line, string Hash) Write(ReadOnlySpan<byte> line, int depth, ChainMark mark, ChainHash hash)
    {
        byte[] member = JsonSerializer.SerializeToUtf8Bytes(mark, AuditJson.Default.ChainMark);
        byte[] chained = [.. line[..^depth], .. Member, .. member, .. line[^depth..]];
        int digitsAt = chained.Length - depth - "\"}".Length - ChainHash.Digits;
        string digits = hash.OfLine(chained, digitsAt);
        Encoding.ASCII.GetBytes(digits, chained.AsSpan(digitsAt));
        return (chained, digits);
    }

    /// <summary>Reads a line; null where it is not whole or belongs to no chain. Whether it is what was written is told by <see cref="IsTrue"/>.</summary>
    public static ChainedLine? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            ChainMark? mark = MarkOf(json.RootElement)?.Deserialize(AuditJson.Default.ChainMark);
            int digitsAt = line.Span.TrimEnd(End).Length - 1 - ChainHash.Digits;
            return mark is { Hash.Length: ChainHash.Digits } && digitsAt > 0 && Ascii.Equals(line.Span.Slice(digitsAt, ChainHash.Digits), mark.Hash) ? new(mark, digitsAt) : null;
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether its hash is the one that its bytes have.</summary>
    public bool IsTrue(ReadOnlySpan<byte> line, ChainHash hash) => hash.OfLine(line, DigitsAt) == Mark.Hash;

    /// <summary>Whether bytes are the beginning of a line and no more: what a process leaves that dies while it writes.</summary>
    public static bool IsCutShort(ReadOnlySpan<byte> line)
    {
        Utf8JsonReader reader = new(line, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return !line.IsEmpty && line[0] == (byte)'{' && (reader.CurrentDepth > 0 || reader.TokenType != JsonTokenType.EndObject);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonElement? MarkOf(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? null
        : root.TryGetProperty("chain", out JsonElement mark) ? mark
        : root.TryGetProperty("unmapped", out JsonElement rest) && rest.ValueKind == JsonValueKind.Object && rest.TryGetProperty("chain", out mark) ? mark
        : null;
}
