using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.OAuth;
using Navo.Integrations.Core.Http.Tls;

namespace Navo.Integrations.Core.Registration;

/// <summary>Collects what is wrong with an integration's options, each finding with the configuration key to mend. It never shows a value.</summary>
/// <param name="kind">The kind of integration, for example <c>confluence</c>.</param>
/// <param name="instance">The instance; null or empty for the default one.</param>
public sealed class OptionsFindings(string kind, string? instance)
{
    private readonly List<string> _findings = [];
    private readonly string _prefix = string.IsNullOrEmpty(instance)
        ? $"Navo:Integrations:{kind}"
        : $"Navo:Integrations:{kind}:Instances:{instance}";

    /// <summary>Notes a finding where a condition does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="key">The key below the integration, for example <c>Http:AttemptTimeout</c>.</param>
    /// <param name="complaint">What is wrong, to follow the key.</param>
    public void Check(bool holds, string key, string complaint)
    {
        if (!holds)
        {
            _findings.Add($"{_prefix}:{key} {complaint}.");
        }
    }

    /// <summary>Checks an address: absolute, without user information, query or fragment, and <c>https</c> unless it is a loopback address.</summary>
    /// <param name="key">The key.</param>
    /// <param name="address">The address; null is left to the check of required options.</param>
    public void CheckAddress(string key, Uri? address)
    {
        if (address is null)
        {
            return;
        }

        bool isWeb = address.IsAbsoluteUri && address.Scheme is "https" or "http";
        Check(isWeb, key, "must be an absolute https address");
        if (isWeb)
        {
            Check(address.Scheme == Uri.UriSchemeHttps || HostGuard.IsLoopback(address), key, "must use https; plain http is for loopback addresses only");
            Check(address.UserInfo.Length == 0, key, "must not hold a user name or password; use the options for those");
            Check(address.Query.Length == 0 && address.Fragment.Length == 0, key, "must end with the path");
        }
    }

    /// <summary>Checks the options that every integration has.</summary>
    /// <param name="options">The options.</param>
    public void CheckCommon(IntegrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options.Timeout > TimeSpan.Zero && options.Timeout <= TimeSpan.FromHours(1), "Timeout", "must be more than zero and at most one hour");
        CommonOptionsRules.CheckHttp(this, options.Http);
        CommonOptionsRules.CheckCache(this, options.Cache);
    }

    /// <summary>Checks the options of TLS below the key <c>Tls</c>: the files that they name are read.</summary>
    /// <param name="tls">The options.</param>
    public void CheckTls(IntegrationTlsOptions tls)
    {
        ArgumentNullException.ThrowIfNull(tls);
        TlsOptionsRules.Check(this, tls);
    }

    /// <summary>Checks the options of an OAuth client below the key <c>OAuth</c>. Call it where one is configured.</summary>
    /// <param name="options">The options.</param>
    /// <param name="hasTokenStore">Whether there is a store for rotating refresh tokens.</param>
    public void CheckOAuth(OAuthOptions options, bool hasTokenStore)
    {
        ArgumentNullException.ThrowIfNull(options);
        OAuthOptionsRules.Check(this, options, hasTokenStore);
    }

    /// <summary>The findings as the options framework takes them.</summary>
    /// <returns>Success, or a failure with every finding.</returns>
    public ValidateOptionsResult ToResult() => _findings.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_findings);
}
