using Navo.Integrations.Core.Http.OAuth;

namespace Navo.Integrations.Core.Registration;

/// <summary>What an OAuth client needs, where one is configured.</summary>
internal static class OAuthOptionsRules
{
    public static void Check(OptionsFindings findings, OAuthOptions options, bool hasTokenStore)
    {
        bool refreshes = options.Grant == OAuthGrant.RefreshToken;
        findings.Check(Enum.IsDefined(options.Grant), "OAuth:Grant", "must be RefreshToken or ClientCredentials");
        findings.Check(!string.IsNullOrEmpty(options.ClientId), "OAuth:ClientId", "is missing");
        findings.Check(!string.IsNullOrEmpty(options.ClientSecret), "OAuth:ClientSecret", "is missing");
        findings.Check(options.TokenUrl is not null, "OAuth:TokenUrl", "is missing");
        findings.CheckAddress("OAuth:TokenUrl", options.TokenUrl);
        findings.Check(
            options.RefreshAhead >= TimeSpan.Zero && options.RefreshAhead <= TimeSpan.FromHours(1),
            "OAuth:RefreshAhead",
            "must be zero to one hour");
        findings.Check(
            !refreshes || hasTokenStore,
            "OAuth:RefreshToken",
            "is replaced with each use, so it needs a store that keeps the next one; give an IOAuthTokenStore");
        findings.Check(refreshes || string.IsNullOrEmpty(options.RefreshToken), "OAuth:RefreshToken", "does not go with the grant ClientCredentials");
    }
}
