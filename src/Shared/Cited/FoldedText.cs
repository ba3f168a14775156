using System.Globalization;
using System.Text;

namespace Navo.Integrations.Cited;

/// <summary>Texts in forms in which what looks the same is the same.</summary>
internal static class FoldedText
{
    private const string LookAlikes = "аеорсухіјѕԁԛԝһктмвнӏѵɡαεικνορτυχγηɪʀɢɴʟʏʙʜᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜱı";
    private const string Latin = "aeopcyxijsdqwhktmbhlvgaeiknoptuxynirgnlybhacdejkmoptuvwzsi";

    /// <summary>Compatible forms, digits of any script as ASCII, boxed letters as letters, nothing unseen and no half pairs.</summary>
    public static string Compatible(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        StringBuilder folded = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Append(folded, rune);
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Letters of other scripts that look like Latin ones as these; those that don't stay.</summary>
    public static char LatinOf(char lower) => lower < '\u0100' ? lower : LookAlikes.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0 ? Latin[at] : lower;

    /// <inheritdoc cref="LatinOf(char)" />
    public static Rune LatinOf(Rune lower) => lower.IsBmp ? new(LatinOf((char)lower.Value)) : lower;

    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.DecimalDigitNumber:
                folded.Append((int)Rune.GetNumericValue(rune));
                break;
            case UnicodeCategory.OtherNumber: // apart, lest a footnote's mark or a fraction become digits of the number before
                string plain = rune.ToString().Normalize(NormalizationForm.FormKC);
                bool isPlain = plain.Any(char.IsAsciiDigit);
                folded.Append(' ').Append(isPlain ? plain : Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture)).Append(' ');
                break;
            default:
                _ = rune.Value switch
                {
                    >= 0x1F150 and <= 0x1F169 => folded.Append((char)('A' + rune.Value - 0x1F150)),
                    >= 0x1F170 and <= 0x1F189 => folded.Append((char)('A' + rune.Value - 0x1F170)),
                    >= 0x1F1E6 and <= 0x1F1FF => folded.Append((char)('A' + rune.Value - 0x1F1E6)),
                    _ => folded.Append(rune),
                };
                break;
        }
    }
}
