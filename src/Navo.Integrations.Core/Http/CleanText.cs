using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Navo.Integrations.Core.Http;

/// <summary>A vendor's text made fit for a message: no markup, no control characters, short, and without the credential that was sent should the server echo it.</summary>
internal static class CleanText
{
    private const int MaxLength = 200;
    private const string Mask = "***";

    public static string? Of(string? text, AuthenticationHeaderValue? sent)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string visible = Scrubbed(WithoutMarkup(WebUtility.HtmlDecode(Scrubbed(text, sent))), sent);
        return visible.Length == 0 ? null : visible.Length <= MaxLength ? visible : string.Concat(visible.AsSpan(0, MaxLength), "…");
    }

    private static string WithoutMarkup(string text)
    {
        StringBuilder clean = new(Math.Min(text.Length, 4 * MaxLength));
        bool inTag = false;
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, 16_384)))
        {
            bool isSpace = char.IsWhiteSpace(c) || char.IsControl(c) || c == '<';
            bool isHidden = char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
            inTag = c == '<' || (inTag && c != '>');
            if (isSpace && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
            else if (!isSpace && !inTag && c != '>' && !isHidden)
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }

    private static string Scrubbed(string text, AuthenticationHeaderValue? sent)
    {
        foreach (string secret in SecretsOf(sent))
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> SecretsOf(AuthenticationHeaderValue? sent)
    {
        if (sent?.Parameter is not { Length: > 0 } parameter)
        {
            yield break;
        }

        yield return parameter;
        byte[] bytes = new byte[parameter.Length];
        if (sent.Scheme == "Basic" && Convert.TryFromBase64String(parameter, bytes, out int written))
        {
            string pair = Encoding.UTF8.GetString(bytes, 0, written);
            yield return pair;
            yield return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
        }
    }
}
