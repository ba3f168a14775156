using Microsoft.Extensions.Options;
using Navo.Integrations.Core;
using Navo.Integrations.Core.Registration;

namespace Handbook;

/// <summary>Where the handbook is and who reads it.</summary>
public sealed class HandbookOptions : IntegrationOptions
{
    /// <summary>The address that <c>api/</c> is below, with a slash at its end.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The token of an account that may read every page.</summary>
    public string? Token { get; set; }

    internal sealed class Rules : IValidateOptions<HandbookOptions>
    {
        public ValidateOptionsResult Validate(string? name, HandbookOptions options)
        {
            OptionsFindings findings = new("Handbook", name);
            findings.Check(options.BaseUrl is not null, nameof(options.BaseUrl), "is missing");
            findings.CheckAddress(nameof(options.BaseUrl), options.BaseUrl);
            findings.Check(!string.IsNullOrEmpty(options.Token), nameof(options.Token), "is missing");
            findings.CheckCommon(options);
            return findings.ToResult();
        }
    }
}
