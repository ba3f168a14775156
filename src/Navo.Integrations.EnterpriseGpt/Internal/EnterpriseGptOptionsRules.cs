using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Checks what needs more than one option, and what every integration has in common.</summary>
internal sealed class EnterpriseGptOptionsRules : IValidateOptions<EnterpriseGptOptions>
{
    private static readonly string[] Efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

    public ValidateOptionsResult Validate(string? name, EnterpriseGptOptions options)
    {
        OptionsFindings findings = new("EnterpriseGpt", name);
        findings.CheckCommon(options);
        findings.CheckAddress(nameof(options.BaseUrl), options.BaseUrl);
        CheckKeys(findings, options);
        CheckModels(findings, options);
        CheckStores(findings, options);
        CheckDurations(findings, options);
        BudgetRules.Check(findings, options);
        CheckPrices(findings, options);
        return findings.ToResult();
    }

    private static void CheckKeys(OptionsFindings findings, EnterpriseGptOptions options)
    {
        bool needsKey = options.GetChatClient() is null || options.VectorStores.Count > 0 || options.Moderation != EnterpriseGptModeration.Off;
        bool hasKey = !string.IsNullOrWhiteSpace(options.ApiKey) || options.GetCredentials() is not null;
        findings.Check(!needsKey || hasKey, nameof(options.ApiKey), "is missing; give a key, call UseCredentials, or UseChatClient for another model");
        findings.Check(IsKey(options.ApiKey), nameof(options.ApiKey), "holds a space, a line break or a letter outside ASCII");
        findings.Check(IsKey(options.SecondaryApiKey), nameof(options.SecondaryApiKey), "holds a space, a line break or a letter outside ASCII");
        findings.Check(IsKey(options.AdminApiKey), nameof(options.AdminApiKey), "holds a space, a line break or a letter outside ASCII");
        findings.Check(IsKey(options.OrganizationId), nameof(options.OrganizationId), "can't be sent in a header");
        findings.Check(IsKey(options.ProjectId), nameof(options.ProjectId), "can't be sent in a header");
    }

    private static void CheckModels(OptionsFindings findings, EnterpriseGptOptions options)
    {
        findings.Check(Enum.IsDefined(options.Api), nameof(options.Api), "must be Responses or ChatCompletions");
        findings.Check(options.Moderation is >= EnterpriseGptModeration.Off and <= EnterpriseGptModeration.All, nameof(options.Moderation), "must be Off, Prompts, Answers or All");
        findings.Check(!string.IsNullOrWhiteSpace(options.Model), nameof(options.Model), "is empty");
        findings.Check(options.FallbackModels.All(static model => !string.IsNullOrWhiteSpace(model)), nameof(options.FallbackModels), "holds an empty name");
        findings.Check(options.ReasoningEffort is null || Efforts.Contains(options.ReasoningEffort, StringComparer.Ordinal), nameof(options.ReasoningEffort), $"must be one of {string.Join(", ", Efforts)}");
    }

    private static void CheckStores(OptionsFindings findings, EnterpriseGptOptions options)
    {
        findings.Check(options.VectorStores.All(StoreAddress.IsId), nameof(options.VectorStores), "holds what is no id of a vector store");
        findings.Check(options.OpenVectorStores.All(options.VectorStores.Contains), nameof(options.OpenVectorStores), "names a store that is not among VectorStores");
    }

    private static void CheckDurations(OptionsFindings findings, EnterpriseGptOptions options)
    {
        findings.Check(options.StreamIdleTimeout > TimeSpan.Zero && options.StreamIdleTimeout <= TimeSpan.FromHours(1), nameof(options.StreamIdleTimeout), "must be more than zero and at most one hour");
        findings.Check(options.StreamTimeout > TimeSpan.Zero && options.StreamTimeout <= TimeSpan.FromHours(1), nameof(options.StreamTimeout), "must be more than zero and at most one hour");
        findings.Check(options.ShutdownWarning >= TimeSpan.Zero && options.ShutdownWarning <= TimeSpan.FromDays(3650), nameof(options.ShutdownWarning), "must be zero to ten years");
    }

    private static void CheckPrices(OptionsFindings findings, EnterpriseGptOptions options)
    {
        try
        {
            PricesReader.Read(options.PricesFile);
        }
        catch (ConfigurationException wrong)
        {
            findings.Check(false, nameof(options.PricesFile), $"can't be used: {wrong.Message.TrimEnd('.')}");
        }
    }

    private static bool IsKey(string? text) => string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
