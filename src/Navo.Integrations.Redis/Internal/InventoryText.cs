using System.Globalization;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Internal;

/// <summary>An item of the inventory as Redis keeps it: three hashes and the enumeration in hexadecimal digits, then the partition, which the scripts cut off.</summary>
internal static class InventoryText
{
    private const int Mark = 16;
    private const int Fixed = (3 * Mark) + 8;

    public static string Write(InventoryEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Content:x16}{entry.Place:x16}{entry.Access:x16}{entry.Generation:x8}{entry.Partition}");

    public static InventoryEntry Read(string text) =>
        text.Length >= Fixed
        && ulong.TryParse(text.AsSpan(0, Mark), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong content)
        && ulong.TryParse(text.AsSpan(Mark, Mark), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong place)
        && ulong.TryParse(text.AsSpan(2 * Mark, Mark), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong access)
        && int.TryParse(text.AsSpan(3 * Mark, Fixed - (3 * Mark)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int generation)
            ? new(text[Fixed..], content, place, access, generation)
            : throw RedisText.Foreign("an inventory");
}
