using System.Globalization;
using System.Text;

namespace Navo.Integrations.Text;

/// <summary>Makes a file name from outside one that is safe on any system.</summary>
/// <remarks><see href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file"/>.</remarks>
internal static class SafeFileName
{
    /// <summary>The longest name, in bytes of UTF-8: file systems take 255, and a user may want to add a prefix.</summary>
    public const int MaxBytes = 200;

    private const int MaxExtensionBytes = 20;
    private const string Nameless = "attachment";
    private const string Forbidden = "<>:\"/\\|?*";

    public static string From(string name)
    {
        string clean = Clean(name).Normalize(NormalizationForm.FormC).Trim().TrimEnd('.', ' ');
        string shown = clean.StartsWith('.') ? $"_{clean[1..]}" : clean;     // neither hidden nor a step upwards
        string used = shown.Trim('_', '.', ' ').Length == 0 ? Nameless : IsReserved(shown) ? $"_{shown}" : shown;
        return Bounded(used);
    }

    /// <summary>Separators and reserved characters become underscores; what is invisible or turns the direction of text goes.</summary>
    private static string Clean(string name)
    {
        StringBuilder clean = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    break;
                case UnicodeCategory.SpaceSeparator:
                    clean.Append(' ');
                    break;
                default:
                    clean.Append(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>Names of devices of Windows, with any extension.</summary>
    private static bool IsReserved(string name)
    {
        string stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }

    private static string Bounded(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        string extension = Path.GetExtension(name);
        int extensionBytes = Encoding.UTF8.GetByteCount(extension);
        if (extensionBytes is 0 or > MaxExtensionBytes)
        {
            (extension, extensionBytes) = (string.Empty, 0);
        }

        StringBuilder kept = new();
        int bytes = extensionBytes;
        foreach (Rune rune in name.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MaxBytes))
        {
            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd('.', ' ') + extension;
    }
}
