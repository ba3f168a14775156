using System.Text;

namespace Navo.Integrations.Core.Http;

/// <summary>Tells a page for people from an answer of the API.</summary>
internal static class LoginPage
{
    private static readonly string[] Marks = ["type=\"password\"", "type='password'", "login", "log in", "sign in", "signin", "saml", "single sign-on"];

    public static bool IsMarkup(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type
        && (type.Equals("text/html", StringComparison.OrdinalIgnoreCase) || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file of this type may well arrive as a page for people: HTML and all that is XML.</summary>
    public static bool CanBeMarkup(string mediaType)
    {
        ReadOnlySpan<char> type = mediaType.AsSpan();
        int parameters = type.IndexOf(';');
        type = (parameters < 0 ? type : type[..parameters]).Trim();
        return type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsLogin(Uri? location) => location is not null && IsLogin(location.OriginalString);

    public static bool IsLogin(ReadOnlySpan<byte> body) => IsLogin(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 64 << 10)]));

    private static bool IsLogin(string text) => Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
