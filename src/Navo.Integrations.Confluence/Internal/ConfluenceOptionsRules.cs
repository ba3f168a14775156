using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Checks what needs more than one option, and what every integration has in common.</summary>
internal sealed class ConfluenceOptionsRules : IValidateOptions<ConfluenceOptions>
{
    public ValidateOptionsResult Validate(string? name, ConfluenceOptions options)
    {
        OptionsFindings findings = new(ConfluenceDefaults.Kind, name);
        findings.CheckCommon(options);
        findings.CheckAddress(nameof(options.BaseUrl), options.BaseUrl);
        findings.CheckAddress(nameof(options.GatewayUrl), options.GatewayUrl);
        findings.Check(
            options.CredentialCallback is not null || !string.IsNullOrEmpty(options.ApiToken),
            nameof(options.ApiToken),
            "is missing; give an API token, a personal access token or a password, or call UseCredentials");
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
}
