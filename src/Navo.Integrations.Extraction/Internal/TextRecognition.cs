using System.Text;
using System.Text.RegularExpressions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Tells which form of text a file is. Text says little of itself, so the declared type counts where it is a form of text.</summary>
internal static partial class TextRecognition
{
    /// <summary>The type; null where the bytes are no text.</summary>
    public static string? Recognize(ReadOnlySpan<byte> head, string? declared)
    {
        if (Text(head) is not { } text)
        {
            return null;
        }

        string start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (declared is not null && declared != MediaTypes.PlainText && MediaTypes.IsText(declared) && !Contradicts(declared, start))
        {
            return declared;
        }

        return ByContent(start);
    }

    private static string ByContent(string start) => start switch
    {
        _ when IsHtml(start) => MediaTypes.Html,
        _ when start.StartsWith("<?xml", StringComparison.Ordinal) => MediaTypes.Xml,
        _ when IsJson(start) => MediaTypes.Json,
        _ when MailHeader().IsMatch(start) => MediaTypes.Mail,
        _ => MediaTypes.PlainText,
    };

    // A page of HTML under the name of a table or a message is what a server answers instead of the file.
    private static bool Contradicts(string declared, string start) =>
        declared is not (MediaTypes.Html or MediaTypes.Markdown or MediaTypes.Mail) && IsHtml(start);

    private static bool IsHtml(string start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("http://www.w3.org/1999/xhtml", StringComparison.Ordinal));

    private static bool IsJson(string start) => start.Length > 1 && start[0] is '{' or '[' && JsonStart().IsMatch(start);

    private static string? Text(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head);
        }

        bool isBinary = head.Contains((byte)0) || head.ContainsAnyInRange((byte)0x01, (byte)0x08) || head.ContainsAnyInRange((byte)0x0E, (byte)0x1A);
        return isBinary ? null : Encoding.Latin1.GetString(head);
    }

    [GeneratedRegex("""^(\{\s*("|\})|\[\s*([\[{"\]\-0-9]|true|false|null))""", RegexOptions.None, 1000)]
    private static partial Regex JsonStart();

    [GeneratedRegex(@"^(Return-Path|Received|From|Delivered-To|MIME-Version|Message-ID|Date|X-[A-Za-z-]+): [^\n]*\r?\n([A-Za-z-]+:|[ \t])", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MailHeader();
}
