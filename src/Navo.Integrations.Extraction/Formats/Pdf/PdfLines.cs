using System.Text;

namespace Navo.Integrations.Extraction.Formats.Pdf;

/// <summary>Joins the lines of a paragraph.</summary>
internal static class PdfLines
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>Appends a line. A word that was parted at the end of the line before is put together.</summary>
    public static void Append(StringBuilder paragraph, string line)
    {
        string next = line.Trim();
        if (paragraph.Length == 0 || next.Length == 0)
        {
            paragraph.Append(next);
        }
        else if (IsParted(paragraph, next))
        {
            paragraph.Length--;
            paragraph.Append(next);
        }
        else
        {
            paragraph.Append(' ').Append(next);
        }
    }

    private static bool IsParted(StringBuilder paragraph, string next)
    {
        char last = paragraph[^1];
        return last == SoftHyphen || (last == '-' && paragraph.Length > 1 && char.IsLower(paragraph[^2]) && char.IsLower(next[0]));
    }
}
