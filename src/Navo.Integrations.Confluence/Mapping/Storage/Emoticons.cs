using System.Collections.Frozen;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The names of the built-in emoticons (<see href="https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html"/>).</summary>
internal static class Emoticons
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["smile"] = "🙂",
        ["sad"] = "🙁",
        ["cheeky"] = "😛",
        ["laugh"] = "😃",
        ["wink"] = "😉",
        ["thumbs-up"] = "👍",
        ["thumbs-down"] = "👎",
        ["information"] = "ℹ️",
        ["tick"] = "✅",
        ["cross"] = "❌",
        ["warning"] = "⚠️",
        ["plus"] = "➕",
        ["minus"] = "➖",
        ["question"] = "❓",
        ["light-on"] = "💡",
        ["light-off"] = "🔌",
        ["yellow-star"] = "⭐",
        ["red-star"] = "🔴",
        ["green-star"] = "🟢",
        ["blue-star"] = "🔵",
        ["heart"] = "❤️",
        ["broken-heart"] = "💔",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? Of(string name) => Known.GetValueOrDefault(name);
}
