using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>
/// Reads the Authorization header as each edition does. Cloud answers 401 to any wrong credential. Data Center answers 401 to a wrong
/// password, but serves a wrong personal access token as anonymous when anonymous access is on (CONFSERVER-98199).
/// </summary>
internal sealed class Authenticator(SiteState state, SimulatedOAuth oauth)
{
    private const string Basic = "Basic ";
    private const string Bearer = "Bearer ";

    /// <summary>The caller, or null for 401.</summary>
    public Caller? Cloud(string? header, bool viaGateway)
    {
        if (string.IsNullOrEmpty(header))
        {
            return Visitor();
        }

        if (viaGateway && header.StartsWith(Bearer, StringComparison.Ordinal))
        {
            var token = header[Bearer.Length..];
            return oauth.Accepts(token) ? SignedIn(u => u.IsAdministrator) : SignedIn(u => Equal(u.ScopedToken, token));
        }

        var (name, secret) = ReadBasic(header);
        return SignedIn(u => u.Email.Equals(name, StringComparison.OrdinalIgnoreCase)
            && Equal(viaGateway ? u.ScopedToken : u.ApiToken, secret));
    }

    /// <summary>The caller, or null for 401.</summary>
    public Caller? DataCenter(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return Visitor();
        }

        if (header.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return SignedIn(u => Equal(u.PersonalAccessToken, header[Bearer.Length..])) ?? Visitor();
        }

        var (name, secret) = ReadBasic(header);
        return SignedIn(u => u.Username.Equals(name, StringComparison.OrdinalIgnoreCase) && Equal(u.PersonalAccessToken, secret));
    }

    private Caller? Visitor() => state.AllowsAnonymousAccess ? new Caller(null) : null;

    private Caller? SignedIn(Func<SimulatedUser, bool> matches)
    {
        var user = state.Users.Values.FirstOrDefault(u => u.IsActive && matches(u));
        return user is null ? null : new Caller(user);
    }

    private static (string Name, string Secret) ReadBasic(string header)
    {
        var bytes = new byte[header.Length];
        if (!header.StartsWith(Basic, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(header[Basic.Length..], bytes, out var count))
        {
            return ("", "");
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, count);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (pair[..colon], pair[(colon + 1)..]);
    }

    private static bool Equal(string expected, string given) => expected.Length > 0
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
