using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>A credential as it goes out in the <c>Authorization</c> header. Its text never shows the secret.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RequestCredential
{
    private RequestCredential(AuthenticationHeaderValue header) => Header = header;

    internal AuthenticationHeaderValue Header { get; }

    /// <summary>A bearer token (RFC 6750).</summary>
    /// <param name="token">The token.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="AuthenticationException">The token holds what a header can't carry.</exception>
    public static RequestCredential Bearer(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        if (token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new AuthenticationException("The token holds a space, a line break or a letter outside ASCII, so it can't be sent.")
            {
                Remedy = "Check how the token is stored; a line break at its end is a common slip.",
            };
        }

        return new(new AuthenticationHeaderValue("Bearer", token));
    }

    /// <summary>A user name with a password or API token (RFC 7617, UTF-8).</summary>
    /// <param name="username">The user name; it holds no colon.</param>
    /// <param name="password">The password or token.</param>
    /// <returns>The credential.</returns>
    public static RequestCredential Basic(string username, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(username);
        ArgumentException.ThrowIfNullOrEmpty(password);
        return new(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"))));
    }

    /// <summary>Puts the credential on a request, in place of the one it has.</summary>
    /// <param name="request">The request. Whether it may carry a credential is the handlers' to judge, which ran before.</param>
    public void ApplyTo(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = Header;
    }

    /// <summary>The scheme only.</summary>
    /// <returns>For example <c>Bearer ***</c>.</returns>
    public override string ToString() => $"{Header.Scheme} ***";

    internal bool IsSameAs(RequestCredential? other) => other is not null && Header.Equals(other.Header);
}
