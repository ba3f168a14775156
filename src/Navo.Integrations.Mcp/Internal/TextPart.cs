namespace Navo.Integrations.Mcp.Internal;

/// <summary>Cuts texts between characters, never within one.</summary>
internal static class TextPart
{
    /// <summary>Where the character begins in which a place lies.</summary>
    public static int Start(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) && char.IsHighSurrogate(text[place - 1]) ? place - 1 : place;

    /// <summary>Where a part ends that begins somewhere and has so many UTF-16 characters at most.</summary>
    public static int End(string text, int start, int length) => text.Length - start <= length ? text.Length : Start(text, start + length);
}
