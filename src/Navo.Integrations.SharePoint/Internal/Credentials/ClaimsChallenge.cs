using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The claims that an answer asks for.</summary>
/// <remarks><see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.</remarks>
internal static partial class ClaimsChallenge
{
    /// <summary>The claims as JSON; null where the answer is no claims challenge.</summary>
    public static string? Read(HttpResponseMessage response)
    {
        foreach (AuthenticationHeaderValue challenge in response.Headers.WwwAuthenticate)
        {
            if (challenge.Parameter is { } parameter && parameter.Contains("insufficient_claims", StringComparison.OrdinalIgnoreCase))
            {
                return Claims().Match(parameter) is { Success: true } claims ? Decoded(claims.Groups[1].Value) : string.Empty;
            }
        }

        return null;
    }

    /// <summary>Base64, with or without padding and in either alphabet; some services send the JSON as it is.</summary>
    private static string Decoded(string text)
    {
        string plain = text.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return text.StartsWith('{') || !Base64Url.IsValid(plain) ? text : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(plain));
    }

    [GeneratedRegex("""claims\s*=\s*"([^"]*)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Claims();
}
