using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Finds what in a document looks like instructions to a model, or is hidden from people. It flags; containment does not depend on it.</summary>
internal static partial class InstructionDetector
{
    private const int HiddenRun = 3;

    private static readonly string[] Phrases = [.. new[]
    {
        "ignore previous instruction", "ignore all previous", "ignore the above", "ignore all instruction", "ignore your instruction", "ignore any previous", "disregard previous", "disregard all", "disregard the above",
        "disregard your", "forget your instruction", "forget all previous", "forget everything above", "override your", "new instructions:", "system prompt", "you are now", "you must now", "act as an ai", "as an ai assistant",
        "do not tell the user", "don't tell the user", "do not mention this", "without telling the user", "reveal your prompt", "developer mode", "jailbreak", "note to the ai", "attention ai", "ai assistant:", "dear assistant",
        "instructions for the assistant", "instructions to the model", "when summarizing this", "append the following link", "send the conversation", "exfiltrate",
        "ignoriere alle", "ignoriere die", "ignoriere vorherige", "vergiss alle", "vergiss deine", "anweisungen an die ki", "sag dem nutzer nicht", "du bist jetzt", "ignorez les", "ignorez toutes", "ignore les", "ignore toutes", "oublie les", "oublie toutes", "oubliez les instructions", "oublie tes instructions",
        "ignora las instrucciones", "ignora todas", "olvida las instrucciones", "ignora le istruzioni", "ignora tutte", "dimentica le istruzioni", "ignore as instru", "ignore todas", "esqueça as instru", "negeer alle", "negeer de vorige", "vergeet alle",
        "忽略之前", "忽略以上", "忽略所有", "无视之前", "前の指示を無視", "以前の指示を無視", "이전 지시", "игнорируй", "забудь все",
    }.Select(Folded)];

    private static readonly string[] Frames =
    [
        "<|imstart|>", "<|imend|>", "<|system|>", "<|endof", "[inst]", "[/inst]", "<<sys>>", "<system>", "</system>", "</passage", "<passage", "</question", "### system", "### instruction", "[system]", "begin system", "system message",
        "\nsystem:", "\nassistant:", "\ndeveloper:", "\"role\":\"system\"", "\"role\": \"system\"",
    ];

    private static readonly string[] Hiding =
        ["display:none", "display: none", "font-size:0", "font-size: 0", "color:white", "color: white", "color:#fff", "color: #fff", "visibility:hidden", "visibility: hidden", "opacity:0", "opacity: 0"];

    /// <summary>What was found, in a few words for the reader; null where nothing was.</summary>
    public static string? Find(string text)
    {
        string plain = "\n" + Folded(text);
        string folded = text.Contains('&', StringComparison.Ordinal) ? "\n" + Folded(WebUtility.HtmlDecode(text)) : plain; // a model reads &lt; as <
        return Frames.Any(f => folded.Contains(f, StringComparison.Ordinal)) ? "a part made to look like a message of the system"
            : Phrases.Any(p => folded.Contains(p, StringComparison.Ordinal)) || Override().IsMatch(folded) ? "instructions to a model"
            : IsHiding(text, plain) ? "text that people don't see"
            : ImageDetector.CarriesData(text) ? "an image or link whose address carries data"
            : null;
    }

    private static bool IsHiding(string text, string folded)
    {
        if (Hiding.Any(h => folded.Contains(h, StringComparison.Ordinal)) || folded.Contains("<!--", StringComparison.Ordinal))
        {
            return true;
        }

        int run = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSmuggled = rune.Value is >= 0xE0000 and <= 0xE01EF or >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
            run = IsHidden(rune) ? run + 1 : 0;
            if (isSmuggled || run >= HiddenRun)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0xAD;

    /// <summary>Lower case, compatible forms, one space for any white space within a line, look-alikes of Latin letters as these, nothing unseen.</summary>
    private static string Folded(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (Rune rune in Sound(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            char last = folded.Length == 0 ? '\n' : folded[^1];
            if (rune.Value == '\n')
            {
                folded.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                folded.Append(last is ' ' or '\n' ? string.Empty : " ");
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) && rune.Value is not ('*' or '_' or '`'))
            {
                folded.Append(FoldedText.LatinOf(Rune.ToLowerInvariant(rune)));
            }
        }

        return folded.ToString();
    }

    /// <summary>Half a surrogate pair can't be normalized.</summary>
    private static string Sound(string text)
    {
        StringBuilder sound = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            sound.Append(rune);
        }

        return sound.ToString();
    }

    /// <summary>"Ignore any and all prior instructions", in whatever order of the small words.</summary>
    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget|override|bypass) (?:(?:and|or|of|the|these|those|my|other|system) ){0,3}(?:all|any|every|your|previous|prior|earlier|above|preceding|former) (?:(?:all|any|and|or|of|the|these|those|your|my|other|system|previous|prior|earlier|above|preceding|former) ){0,5}(?:instruction|guidance|guideline|rule|prompt|direction|directive|command)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Override();
}
