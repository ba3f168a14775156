using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Checks what attributes can't.</summary>
internal sealed class KnowledgeAssistantOptionsRules : IValidateOptions<KnowledgeAssistantOptions>
{
    public ValidateOptionsResult Validate(string? name, KnowledgeAssistantOptions options)
    {
        OptionsFindings findings = new("KnowledgeAssistant", null);
        CheckWait(findings, nameof(options.SearchTimeout), options.SearchTimeout);
        CheckWait(findings, nameof(options.ContentTimeout), options.ContentTimeout);
        CheckWait(findings, nameof(options.PermissionTimeout), options.PermissionTimeout);
        findings.Check(options.MaxPermissionAge >= TimeSpan.Zero && options.MaxPermissionAge <= TimeSpan.FromHours(1), nameof(options.MaxPermissionAge), "must be zero to one hour");
        findings.Check(options.StaleAfter > TimeSpan.Zero, nameof(options.StaleAfter), "must be more than zero");
        findings.Check(Enum.IsDefined(options.OnUnsupported), nameof(options.OnUnsupported), "must be Drop or Mark");
        findings.Check(Enum.IsDefined(options.DefaultSensitivity), nameof(options.DefaultSensitivity), "must be Full, SummaryOnly, MetadataOnly or Never");
        findings.Check(options.Sensitivity.Values.All(Enum.IsDefined), nameof(options.Sensitivity), "maps a label to a level that does not exist");
        return findings.ToResult();
    }

    private static void CheckWait(OptionsFindings findings, string key, TimeSpan value) =>
        findings.Check(value > TimeSpan.Zero && value <= TimeSpan.FromMinutes(5), key, "must be more than zero and at most five minutes");
}
