using System.Text;

namespace Navo.Integrations.Cited;

/// <summary>
/// Makes what a model wrote harmless to show as Markdown: an address stays a link only if it is one of those given; every other address, image, reference, tag and
/// entity is left as text that nothing turns into a link. It works on whole sentences, so nothing slips through where a stream was split.
/// </summary>
internal sealed class AnswerLinks(IReadOnlyCollection<Uri> allowed)
{
    private static readonly string[] Schemes = ["data", "javascript", "vbscript", "mailto", "file", "blob", "tel", "sms", "xmpp", "ftp", "http", "https", "ws", "wss"];

    public string Neutralize(string text)
    {
        string visible = VisibleText.Of(text); // first, for what is not seen can stand between the parts of a link
        StringBuilder safe = new(visible.Length + 16);
        for (int i = 0; i < visible.Length;)
        {
            i = Step(visible, i, safe);
        }

        return safe.ToString();
    }

    /// <summary>Whether two parts must not touch, because together they would be a link or an image.</summary>
    public static bool MustPart(char last, char next) => (last == ']' && next is '(' or '[' or ':') || (last == '!' && next == '[') || (last is '/' or ':' && next is '/');

    private int Step(string text, int i, StringBuilder safe)
    {
        char c = text[i];
        char next = i + 1 < text.Length ? text[i + 1] : '\0';
        if (Address(text, i) is { } whole)
        {
            safe.Append(whole);
            return i + whole.Length;
        }

        return c switch
        {
            '<' => Put(safe, IsAutolink(text, i) ? "<" : "&lt;", i),
            '&' when IsEntity(text, i) => Put(safe, "&amp;", i),
            '\\' when char.IsPunctuation(next) || char.IsSymbol(next) => Put(safe, "\\\\", i),
            ']' when next is '[' or ':' || (next == '(' && Address(text, i + 2) is null) => Put(safe, "] ", i),
            '!' when next == '[' => Put(safe, "! ", i),
            ':' when IsScheme(text, i) => Put(safe, "[:]", i),
            '/' when next == '/' && (i == 0 || text[i - 1] != ':') => Put(safe, "/ ", i),
            '.' when IsHost(text, i) => Put(safe, "[.]", i),
            '@' when i > 0 && IsMailName(text[i - 1]) && IsHostCharacter(next) => Put(safe, "[@]", i),
            _ => Put(safe, c.ToString(), i),
        };
    }

    private static int Put(StringBuilder safe, string text, int i)
    {
        safe.Append(text);
        return i + 1;
    }

    private static bool IsMailName(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '+' or '-';

    private bool IsAutolink(string text, int open) => Address(text, open + 1) is { } address && text.AsSpan(open + 1 + address.Length).StartsWith(">");

    /// <summary>The allowed address that begins at a place; null where there is none, or where Markdown would take more into the link than what is allowed.</summary>
    private string? Address(string text, int start)
    {
        bool isStart = start < text.Length && text[start] is 'h' or 'H' && (start == 0 || !char.IsLetterOrDigit(text[start - 1]));
        if (!isStart || allowed.Count == 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = text.AsSpan(start);
        int length = rest.IndexOfAny(" \t\r\n\u00A0\u2028\u2029<");
        ReadOnlySpan<char> whole = length < 0 ? rest : rest[..length];
        bool isTarget = start > 1 && text[start - 1] == '(' && text[start - 2] == ']';
        bool isAngled = start > 0 && text[start - 1] == '<';
        if (isAngled)
        {
            return whole.IndexOf('>') is var close and > 0 && IsAllowed(whole[..close].ToString()) ? whole[..close].ToString() : null;
        }

        string found = isTarget ? whole[..Closing(whole)].ToString() : Bare(whole).ToString();
        return IsAllowed(found) ? found : null;
    }

    /// <summary>Where the parenthesis closes that opened before an address; its length where none does.</summary>
    private static int Closing(ReadOnlySpan<char> address)
    {
        int depth = 0;
        for (int i = 0; i < address.Length; i++)
        {
            depth += address[i] == '(' ? 1 : address[i] == ')' ? -1 : 0;
            if (depth < 0)
            {
                return i;
            }
        }

        return address.Length;
    }

    /// <summary>An address that stands in the text, without the marks behind it that Markdown leaves out of the link.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> address)
    {
        while (true)
        {
            address = address.TrimEnd(".,;:!?*_~'\"");
            if (!address.EndsWith(")") || address.Count(')') <= address.Count('('))
            {
                return address;
            }

            address = address[..^1];
        }
    }

    private bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.UserInfo.Length == 0 && IsPlainFragment(address) && allowed.Any(a => Same(a, uri) && Same(a, address));

    /// <summary>The fragment is free, so it must not hold what Markdown reads.</summary>
    private static bool IsPlainFragment(string address) => address.IndexOf('#', StringComparison.Ordinal) is var at && (at < 0 || !address.AsSpan(at + 1).ContainsAnyExcept(FragmentCharacters));

    private static bool Same(Uri a, Uri b) => string.Equals(WithoutFragment(a), WithoutFragment(b), StringComparison.Ordinal);

    private static bool Same(Uri a, string written) => string.Equals(a.OriginalString.Split('#')[0], written.Split('#')[0], StringComparison.Ordinal)
        || string.Equals(WithoutFragment(a), written.Split('#')[0], StringComparison.Ordinal);

    private static string WithoutFragment(Uri uri) => uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);

    private static bool IsEntity(string text, int i)
    {
        int end = text.IndexOf(';', i);
        return end > i + 1 && end - i <= 32 && text.AsSpan(i + 1, end - i - 1).IndexOfAnyExcept(EntityCharacters) < 0;
    }

    private static bool IsScheme(string text, int colon)
    {
        if (colon + 2 < text.Length && text[colon + 1] is '/' or '\\' && text[colon + 2] is '/' or '\\')
        {
            return true;
        }

        int start = colon;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        bool isFollowed = colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1]);
        return isFollowed && Schemes.Contains(text[start..colon], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a point stands within a host: after <c>://</c>, after <c>www</c>, or before the end of a name that a path follows.</summary>
    private static bool IsHost(string text, int point)
    {
        int start = point;
        while (start > 0 && IsHostCharacter(text[start - 1]))
        {
            start--;
        }

        int end = point + 1;
        while (end < text.Length && IsHostCharacter(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> host = text.AsSpan(start, end - start);
        bool isAfterScheme = start > 1 && text[start - 1] is '/' or '\\' or '@' && text[start - 2] is '/' or '\\' or ':';
        bool hasPath = end < text.Length && text[end] is '/' or '?' or ':' && end + 1 < text.Length && !char.IsWhiteSpace(text[end + 1]) && char.IsAsciiLetter(text[end - 1]);
        return end > point + 1 && start < point && (isAfterScheme || hasPath || host.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsHostCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-';

    private static readonly System.Buffers.SearchValues<char> FragmentCharacters = System.Buffers.SearchValues.Create("-._~%/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly System.Buffers.SearchValues<char> EntityCharacters = System.Buffers.SearchValues.Create("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
