using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal.Notifications;
using Navo.Integrations.Core.Http.OAuth;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Checks what needs more than one option, and what every integration has in common.</summary>
/// <param name="registered">Tells which services are registered; null where the container can't.</param>
internal sealed class ConfluenceOptionsRules(IServiceProviderIsKeyedService? registered = null) : IValidateOptions<ConfluenceOptions>
{
    public ValidateOptionsResult Validate(string? name, ConfluenceOptions options)
    {
        OptionsFindings findings = new(ConfluenceDefaults.Kind, name);
        findings.CheckCommon(options);
        findings.CheckAddress(nameof(options.BaseUrl), options.BaseUrl);
        findings.CheckAddress(nameof(options.GatewayUrl), options.GatewayUrl);
        findings.CheckTls(options.Tls);
        CheckCredentials(findings, options, name);
        ConfluenceNotificationRules.Check(findings, options);
        findings.Check(
            options.FreshnessThreshold > TimeSpan.Zero && options.FreshnessThreshold <= TimeSpan.FromDays(36_500),
            nameof(options.FreshnessThreshold),
            "must be more than zero and at most 36,500 days");
        findings.Check(
            options.Spaces.All(key => !string.IsNullOrWhiteSpace(key)),
            nameof(options.Spaces),
            "holds an empty key; name each space by its key, such as ENG");
        findings.Check(Enum.IsDefined(options.Deployment), nameof(options.Deployment), "must be Auto, Cloud or DataCenter");
        return findings.ToResult();
    }

    private void CheckCredentials(OptionsFindings findings, ConfluenceOptions options, string? name)
    {
        bool isGiven = options.CredentialCallback is not null || !string.IsNullOrEmpty(options.ApiToken);
        if (!options.OAuth.IsConfigured)
        {
            findings.Check(isGiven, nameof(options.ApiToken), "is missing; give an API token, a personal access token or a password, an OAuth client, or call UseCredentials");
            return;
        }

        findings.CheckOAuth(options.OAuth, options.GetOAuthTokenStore() is not null || HasStore(name));
        findings.Check(!isGiven && string.IsNullOrEmpty(options.Username), "OAuth", "is configured beside Username, ApiToken or UseCredentials; keep one of them");
        findings.Check(options.BaseUrl is null || !options.BaseUrl.IsAbsoluteUri || ConfluenceEndpoint.From(options).IsCloud, "OAuth", "is for Cloud; Data Center takes a personal access token");
        findings.Check(options.UseGateway is not false, nameof(options.UseGateway), "must not be false; OAuth works on the gateway only");
    }

    private bool HasStore(string? name) => registered?.IsKeyedService(typeof(IOAuthTokenStore), new IntegrationName(ConfluenceDefaults.Kind, name ?? string.Empty).ToString()) is true;
}
